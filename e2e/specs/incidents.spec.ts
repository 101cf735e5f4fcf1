import { expect, test } from '../fixtures/desk'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { cutOff, setSize } from '../fixtures/look'
import { registerComplaint } from '../pages/complaints'
import { choose, mainButton, saveStep, takeNext } from '../pages/complaintSteps'
import {
  openByNumber,
  openIncidentIntake,
  part,
  savedIncident,
  stampLine,
  startIncident,
  writeReport,
} from '../pages/incidents'
import { CLERK, DIRECTOR, goTo, SUPERVISOR, switchTo, VIEWER } from '../pages/office'
import { paperOf } from '../pages/paper'

test('an event from its first key to 归档 (domain 7)', async ({ desk }) => {
  const page = await openOffice(desk, { people: EVERYBODY, as: CLERK })
  await setSize(desk.app, 1280, 720)
  let number = ''

  await test.step('type, place, time and go', async () => {
    await openIncidentIntake(page)
    await expect(page.getByRole('radio', { name: '其他', exact: true })).toBeFocused()
    await page.keyboard.press('Control+s')
    await expect(page.getByRole('form', { name: '突发事件登记' })).toBeVisible()
    await page.getByRole('radio', { name: '水管爆裂/漏水' }).click()
    await expect(part(page, '处置清单').getByText('关阀，先止水')).toBeVisible()
    await page.getByLabel('地点').fill('5号楼2单元15层管井')
    await page.keyboard.press('Control+s')
    number = await savedIncident(page)
    await expect(stampLine(page)).toBeFocused()
  })

  await test.step('lines are stamped one after another, also while a section is being filled in', async () => {
    await page.keyboard.press('Control+t')
    await expect(stampLine(page)).toBeFocused()
    await page.keyboard.type('接报到场')
    await page.keyboard.press('Enter')
    await expect(stampLine(page)).toBeFocused()
    await expect(stampLine(page)).toHaveValue('')
    await page.keyboard.type('关 B2-3 阀')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('list', { name: '处置经过' }).getByRole('listitem')).toHaveCount(2)
    await page.getByRole('button', { name: '登记当事人' }).click()
    const form = page.getByRole('form', { name: '登记当事人表单' })
    await form.getByLabel('姓名').fill('王建国')
    await page.keyboard.press('Control+t')
    await expect(stampLine(page)).toBeFocused()
    await page.keyboard.type('通知 1502')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('list', { name: '处置经过' }).getByRole('listitem')).toHaveCount(3)
    await form.getByLabel('房号').fill('5-2-1502')
    await saveStep(page)
    await expect(page.getByRole('table', { name: '当事人' })).toContainText('王建国')
  })

  await test.step('a line is struck through with a reason, and stays', async () => {
    await page.getByRole('button', { name: '划去：关 B2-3 阀' }).click()
    const dialog = page.getByRole('dialog', { name: '划去这一笔' })
    await dialog.getByLabel('划去原因').fill('阀号写错')
    await dialog.getByRole('button', { name: '划去并保留原文' }).click()
    await expect(page.getByText(`划去：阀号写错（${CLERK.name}`)).toBeVisible()
    await expect(page.getByRole('list', { name: '处置经过' }).getByRole('listitem')).toHaveCount(3)
  })

  await test.step('the checklist is ticked from the keyboard', async () => {
    const checks = part(page, '处置清单')
    await checks.getByRole('checkbox', { name: '关阀，先止水' }).focus()
    await page.keyboard.press('Space')
    await expect(checks.getByText('已办 1/7')).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expect(checks.getByRole('checkbox', { name: /进水处断电/ })).toBeFocused()
    await checks.getByRole('button', { name: /^不适用：进水处断电/ }).click()
    const dialog = page.getByRole('dialog', { name: '这一步不适用' })
    await dialog.getByRole('button', { name: '记为不适用' }).click()
    await dialog.getByLabel('不适用的原因').fill('管井内无电气设备')
    await dialog.getByRole('button', { name: '记为不适用' }).click()
    await expect(checks.getByText('已办 2/7')).toBeVisible()
  })

  await test.step('own fields, losses with their sum, notifications, calls, compensation', async () => {
    await page.getByRole('button', { name: '填专项' }).click()
    await page.getByLabel('管道归属').selectOption({ label: '公共' })
    await page.getByLabel('关了哪个阀').fill('B2-4')
    await saveStep(page)
    await expect(part(page, '专项内容')).toContainText('B2-4')
    await page.getByRole('button', { name: '登记损失' }).click()
    await page.getByLabel('物品', { exact: true }).fill('木地板')
    await page.getByLabel('损失金额').fill('-5')
    await page.keyboard.press('Control+s')
    await expect(page.getByLabel('损失金额')).toHaveAccessibleDescription(/请填 0 或以上的数/)
    await page.getByLabel('物品', { exact: true }).fill('')
    await page.getByLabel('损失金额').fill('1200.50')
    await page.keyboard.press('Control+s')
    await expect(page.getByRole('form', { name: '登记损失表单' })).toBeVisible()
    await page.getByLabel('物品', { exact: true }).fill('木地板')
    await page.getByRole('button', { name: '再加一项损失' }).click()
    await page.getByRole('group', { name: '第 2 行' }).getByLabel('物品', { exact: true }).fill('地毯')
    await page.getByRole('group', { name: '第 2 行' }).getByLabel('损失金额').fill('0.1')
    await saveStep(page)
    await expect(page.getByText('合计 1,200.60 元')).toBeVisible()
    await page.getByRole('button', { name: '登记通知' }).click()
    await page.getByLabel('通知了谁').fill('陈主任')
    await saveStep(page)
    await page.getByRole('button', { name: '登记报警/急救' }).click()
    await page.getByLabel('回执号').fill('JJ-1120-7')
    await saveStep(page)
    await page.getByRole('button', { name: '登记赔偿' }).click()
    await page.getByLabel('进展').selectOption({ label: '已签' })
    await page.getByLabel('赔偿金额').fill('800')
    await page.keyboard.press('Control+s')
    await expect(page.getByText('已签的赔偿要写明谁同意。')).toBeVisible()
    await page.getByLabel('同意人').fill('王建国')
    await page.keyboard.press('Control+s')
    await expect(page.getByText('请填写签署或提出异议的时间。')).toBeVisible()
    await page.getByLabel('进展').selectOption({ label: '有争议' })
    await page.getByLabel('进展').selectOption({ label: '协商中' })
    await saveStep(page)
  })

  await test.step('nothing is submitted without 防止再发生的建议', async () => {
    await expect(mainButton(page)).toHaveText('写报告')
    await expect(
      page.getByRole('button', { name: '提交报告（还缺经过、程度、防止再发生的建议）' }),
    ).toBeDisabled()
    await page.keyboard.press('F2')
    const course = page.getByRole('form', { name: '写报告表单' }).getByLabel('经过', { exact: true })
    const lines = page.getByRole('form', { name: '写报告表单' }).getByRole('list', { name: '处置时间线' })
    // The line that was struck through is no part of what happened.
    await expect(lines.getByRole('listitem')).toHaveText([/接报到场$/, /通知 1502$/])
    await course.click()
    await expect(course).toBeInViewport()
    await expect(page.getByRole('form', { name: '写报告表单' }).getByTitle('提交前必填')).toHaveCount(3)
    await expect(lines).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Escape')
    await writeReport(page, '重大')
    await takeNext(page, '提交报告')
    await expect(page.getByText('这件事故要主任审批。')).toBeVisible()
    await expect(stampLine(page)).toHaveCount(0)
    await expect(mainButton(page)).toHaveText('主管核实（需要客服主管、主任）')
    await expect(mainButton(page)).toBeDisabled()
    // The button that had the keyboard is another role's now: the record has it, and its keys go on.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.matches('body, :disabled') ?? true))
      .toBe(false)
  })

  await test.step('the supervisor sends it back, and verifies it when it comes again', async () => {
    await switchTo(page, SUPERVISOR)
    await openByNumber(page, number)
    await page.getByRole('button', { name: '退回修改' }).click()
    const dialog = page.getByRole('dialog', { name: `退回 ${number}` })
    await dialog.getByRole('button', { name: '退回报告人修改' }).click()
    await dialog.getByLabel('退回原因').fill('写清关阀时间')
    await dialog.getByRole('button', { name: '退回报告人修改' }).click()
    await expect(page.getByText(/退回修改：写清关阀时间/)).toBeVisible()
    await takeNext(page, '提交报告')
    await takeNext(page, '主管核实')
    await page.getByLabel('核实意见').fill('属实')
    await saveStep(page)
    await expect(mainButton(page)).toHaveText('主任审批（需要主任）')
    await expect(mainButton(page)).toBeDisabled()
    await expect(page.getByRole('button', { name: '归档', exact: true })).toHaveCount(0)
  })

  await test.step('the director approves; from then on only supplements', async () => {
    await switchTo(page, DIRECTOR)
    await openByNumber(page, number)
    await takeNext(page, '主任审批')
    await page.getByLabel('审批意见').fill('同意')
    await saveStep(page)
    await expect(page.getByRole('button', { name: '修改报告' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: '改损失' })).toHaveCount(0)
    await page.getByRole('button', { name: '加补充' }).click()
    await page.getByLabel('补充内容').fill('已与住户签署赔偿协议')
    await page.keyboard.press('Control+s')
    await expect(part(page, '补充').getByText('补充1')).toBeVisible()
    await page.getByRole('button', { name: '加补充' }).click()
    await page.getByLabel('补充内容').fill('接头已全部更换')
    await page.keyboard.press('Control+s')
    await expect(part(page, '补充').getByText('补充2')).toBeVisible()
  })

  await test.step('《事故报告》 is previewed, printed and kept as the record’s paper', async () => {
    await page.keyboard.press('Control+p')
    const preview = page.getByRole('region', { name: /^预览/ })
    await expect(preview.getByRole('img', { name: /第 1 页/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(paperOf(page, '《事故报告》')).toContainText('未打印')
    await expect(paperOf(page, '《客户事故报告》')).toHaveCount(0)
  })

  await test.step('归档', async () => {
    await takeNext(page, '归档')
    await expect(page.getByText('归档人')).toBeVisible()
    await expect(mainButton(page)).toHaveCount(0)
    await expect(page.getByRole('button', { name: '加补充' })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(page.getByText('已撤销「归档」').first()).toBeVisible()
  })

  await test.step('it fits at 1024, dark too', async () => {
    await setSize(desk.app, 1024, 720)
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1024)
    expect(await cutOff(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.emulateMedia({ colorScheme: 'light' })
  })
})

test('限阅 and 伤情 by role: number, type and state alone for others (domain 7, 13)', async ({ desk }) => {
  const page = await openOffice(desk, { people: EVERYBODY, as: CLERK })
  let number = ''

  await test.step('a 死亡 is 限阅 by itself; who reports writes it', async () => {
    number = await startIncident(page, '客户死亡', '7号楼1单元903')
    await expect(page.getByText(/^限阅：只有客服主管/)).toBeVisible()
    await page.getByRole('button', { name: '登记伤情' }).click()
    await page.getByLabel('伤情描述').fill('已无生命体征')
    await saveStep(page)
    await stampLine(page).fill('封门，报警')
    await page.keyboard.press('Enter')
    await writeReport(page, '重大')
    await takeNext(page, '提交报告')
  })

  await test.step('the reporter sees no more of it once it is submitted', async () => {
    await expect(page.getByText('您能看到编号、类型和状态。')).toBeVisible()
    await expect(page.getByText('已无生命体征')).toHaveCount(0)
  })

  for (const who of [CLERK, VIEWER]) {
    await test.step(`${who.name} finds number, type and state, and nothing by its words`, async () => {
      if (who !== CLERK) await switchTo(page, who)
      await goTo(page, '突发事件')
      const row = page.getByRole('row', { name: new RegExp(number) })
      await expect(row).toContainText('已提交')
      await expect(row).toContainText('限阅')
      await expect(row).not.toContainText('903')
      await page.keyboard.press('Control+k')
      const dialog = page.getByRole('dialog', { name: '搜索' })
      await dialog.getByRole('combobox').fill('管井接头')
      await expect(dialog.getByText('没有找到“管井接头”')).toBeVisible()
      await dialog.getByRole('combobox').fill(number)
      await expect(dialog.getByRole('option', { name: new RegExp(number) })).not.toContainText('903')
      await dialog.getByRole('option', { name: new RegExp(number) }).click()
      await expect(page.getByText('您能看到编号、类型和状态。')).toBeVisible()
      await expect(page.getByRole('region', { name: '时间线' })).toHaveCount(0)
    })
  }

  await test.step('supervisor and director read all of it, and print 《客户事故报告》', async () => {
    await switchTo(page, SUPERVISOR)
    await openByNumber(page, number)
    await expect(page.getByRole('cell', { name: '已无生命体征' })).toBeVisible()
    await expect(paperOf(page, '《客户事故报告》')).toBeVisible()
    await takeNext(page, '主管核实')
    await saveStep(page)
    await switchTo(page, DIRECTOR)
    await openByNumber(page, number)
    await expect(page.getByRole('cell', { name: '已无生命体征' })).toBeVisible()
    await page.getByRole('main').getByRole('button', { name: '更多', exact: true }).click()
    await expect(page.getByRole('menuitem', { name: '解除限阅' })).toHaveCount(0)
    await page.keyboard.press('Escape')
  })

  await test.step('others are 限阅 by a supervisor, and 伤情 is hidden of what is not', async () => {
    await switchTo(page, CLERK)
    const other = await startIncident(page, '地滑摔伤', '大堂')
    await page.getByRole('button', { name: '登记伤情' }).click()
    await page.getByLabel('伤情描述').fill('右腕骨折')
    await saveStep(page)
    await writeReport(page, '轻微')
    await takeNext(page, '提交报告')
    await expect(page.getByText('伤情只有客服主管、主任和提交前的报告人能看。')).toBeVisible()
    await expect(page.getByText('右腕骨折')).toHaveCount(0)
    await expect(paperOf(page, '《客户事故报告》')).toHaveCount(0)
    await switchTo(page, SUPERVISOR)
    await openByNumber(page, other)
    await expect(page.getByRole('cell', { name: '右腕骨折' })).toBeVisible()
    await choose(page, '设为限阅')
    await expect(page.getByText(/^限阅：只有客服主管/)).toBeVisible()
    await switchTo(page, VIEWER)
    await openByNumber(page, other)
    await expect(page.getByText('您能看到编号、类型和状态。')).toBeVisible()
  })
})

test('from a complaint to its incident and back in one click (domain 5, 7)', async ({ desk }) => {
  const page = await openOffice(desk)
  const complaint = await registerComplaint(page, '楼上漏水，地板都泡坏了')
  await page.keyboard.press('F2')
  await page.getByLabel('有财产损失或人员受伤').check()
  await saveStep(page)
  await page.getByRole('button', { name: '建立事故报告' }).click()
  const incident = await savedIncident(page)
  await expect(part(page, '事故报告')).toContainText('楼上漏水，地板都泡坏了')
  await expect(part(page, '事故报告')).toContainText('水管爆裂/漏水')
  await expect(page.getByRole('table', { name: '当事人' })).toContainText('王建国')
  await page.getByRole('link', { name: new RegExp(complaint) }).click()
  await expect(page.getByRole('heading', { name: complaint })).toBeVisible()
  await expect(page.getByText('已有事故报告：')).toBeVisible()
  await expect(page.getByRole('button', { name: '建立事故报告' })).toHaveCount(0)
  await page.getByRole('link', { name: incident, exact: true }).first().click()
  await expect(page.getByRole('heading', { name: incident })).toBeVisible()
  await goTo(page, '今日')
  await expect(page.getByRole('gridcell', { name: incident })).toBeVisible()
})
