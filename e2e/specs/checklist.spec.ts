import { axeFinds } from '../fixtures/axe'
import { type PrivateCups, startPrivateCups } from '../fixtures/cups'
import { expect, test } from '../fixtures/desk'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { cutOff, keepPicture, setSize } from '../fixtures/look'
import { answer, assign, complete, judge, saveStep, takeNext } from '../pages/complaintSteps'
import { openIntake, registerComplaint, savedNumber } from '../pages/complaints'
import { chosenLine, goToLine, goToMonth, linesOf, openTab, recordsBehind } from '../pages/monthReviews'
import { DIRECTOR, goTo, SUPERVISOR, signIn, switchTo } from '../pages/office'
import { printVisit } from '../pages/paper'
import { setEstateTime } from '../pages/today'
import { importUnits, pickHousehold } from '../pages/visits'

const NOW = '2026-11-25T10:00'
const PICTURES = 'e2e/results/pictures/checklist'

let cups: PrivateCups

test.beforeAll(async () => {
  cups = await startPrivateCups()
})

test.afterAll(async () => {
  await cups.stop()
})

test('the month’s checklist leads to its records and back, and takes reasons (domain 12)', async ({
  desk,
}) => {
  test.slow()
  let page = await openOffice(desk, { people: EVERYBODY, at: '2026-11-20T09:00', env: cups.env })
  await setSize(desk.app, 1280, 720)

  // A return visit that comes late, a sheet that nobody signed, and a promise that is not kept.
  const late = await registerComplaint(page, '楼道灯不亮')
  await judge(page)
  await assign(page)
  await complete(page)
  await answer(page)
  const unsigned = await registerComplaint(page, '电梯每天下午异响')
  await printVisit(page)
  const overdue = await registerComplaint(page, '地下车库漏水')
  await judge(page)
  await assign(page, '明天 0900')
  await setEstateTime(page, '2026-11-23T09:00')
  await page.reload()
  await signIn(page, SUPERVISOR)
  await goTo(page, '投诉')
  await page
    .getByRole('grid', { name: '投诉列表' })
    .getByRole('row', { name: new RegExp(late) })
    .dblclick()
  await takeNext(page, '回访')
  await page.getByRole('radio', { name: '满意', exact: true }).click()
  await saveStep(page)

  await setEstateTime(page, NOW)
  await page.reload()
  await signIn(page, SUPERVISOR)
  await goToMonth(page)
  const status = page.getByRole('main').getByRole('status')
  await expect(status).toContainText('还有 3 项要改正或说明')
  await expect(linesOf(page, '要改正')).toHaveCount(3)
  for (const words of ['超过24小时才回访', '已打印未签字', '超期未办']) {
    await expect(linesOf(page, '要改正').filter({ hasText: words })).toContainText('1 件')
  }
  await expect(linesOf(page, '要看')).toHaveCount(1)
  await expect(linesOf(page, '要看')).toContainText('应签字的表单未打印')
  await expect(linesOf(page, '合格')).toHaveCount(0)
  await keepPicture(page, `${PICTURES}/1-lines.png`)
  expect(await axeFinds(page)).toEqual([])
  expect(await cutOff(page)).toEqual([])

  // From a line to its record with the keyboard alone, and back to the same line by Esc and by Alt+←.
  await goToLine(page, '已打印未签字')
  await page.keyboard.press('ArrowRight')
  await expect(recordsBehind(page)).toBeFocused()
  await expect(recordsBehind(page).getByRole('row', { name: new RegExp(unsigned) })).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: unsigned })).toBeVisible()
  await expect(page.getByRole('button', { name: '返回月末审核' })).toBeVisible()
  await keepPicture(page, `${PICTURES}/2-record.png`)
  await page.keyboard.press('Escape')
  await expect(chosenLine(page)).toContainText('已打印未签字')
  await expect(recordsBehind(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: unsigned })).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(recordsBehind(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox', { name: '检查清单' })).toBeFocused()

  // One is mended: the count falls by itself.
  await goToLine(page, '超期未办')
  await page.keyboard.press('Enter')
  await expect(recordsBehind(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: overdue })).toBeVisible()
  await complete(page)
  await page.getByRole('button', { name: '返回月末审核' }).click()
  await expect(status).toContainText('还有 2 项要改正或说明')
  await expect(linesOf(page, '要改正')).toHaveCount(2)

  // A reason for the whole line; what is typed is kept when the form is folded.
  await goToLine(page, '超过24小时才回访')
  await page.keyboard.press('F2')
  const reason = page.getByRole('textbox', { name: '原因' })
  await expect(reason).toBeFocused()
  await page.keyboard.press('Control+s')
  await expect(reason).toHaveAttribute('aria-invalid', 'true')
  await reason.fill('业主出差，23日才联系上')
  await expect(page.getByLabel('草稿已存')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(reason).toHaveCount(0)
  await page.keyboard.press('F2')
  await expect(reason).toHaveValue('业主出差，23日才联系上')
  await keepPicture(page, `${PICTURES}/3-reason.png`)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已记下原因')).toBeVisible()
  await expect(status).toContainText('还有 1 项要改正或说明')
  await expect(page.getByRole('group', { name: '原因' })).toContainText(`${SUPERVISOR.name} 2026-11-25 10:0`)

  // And one for a single record: nothing stands in the way of 审核 any more.
  await goToLine(page, '已打印未签字')
  await page.keyboard.press('ArrowRight')
  await expect(recordsBehind(page)).toBeFocused()
  await page.keyboard.press('F2')
  await expect(reason).toBeFocused()
  await page.keyboard.type('投诉人在外地，下月补签')
  await page.keyboard.press('Control+s')
  await expect(status).toContainText('到现在都已改正或说明')
  // It is said of this record, not of the line.
  await expect(
    page.getByRole('region', { name: unsigned }).getByRole('group', { name: '原因' }),
  ).toContainText('投诉人在外地，下月补签')
  await expect(page.getByRole('button', { name: '整项说明原因' })).toBeVisible()
  await expect(recordsBehind(page).getByRole('row', { name: new RegExp(unsigned) })).toContainText('已说明')
  await keepPicture(page, `${PICTURES}/4-explained.png`)
  for (const width of [1024, 1280]) {
    await setSize(desk.app, width, 720)
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width)
    expect(await cutOff(page)).toEqual([])
    await keepPicture(page, `${PICTURES}/5-${width}.png`)
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  await keepPicture(page, `${PICTURES}/6-dark.png`)
  expect(await axeFinds(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })

  // Kept after a restart, by the clock of the month; and taken back.
  page = await desk.restart(cups.env)
  await setSize(desk.app, 1280, 720)
  await setEstateTime(page, NOW)
  await signIn(page, SUPERVISOR)
  await goToMonth(page)
  await expect(page.getByRole('main').getByRole('status')).toContainText('到现在都已改正或说明')
  await goToLine(page, '超过24小时才回访')
  await expect(page.getByRole('group', { name: '原因' })).toContainText('业主出差，23日才联系上')
  await page.getByRole('button', { name: '撤回原因' }).click()
  await expect(page.getByRole('main').getByRole('status')).toContainText('还有 1 项要改正或说明')

  // What is 合格 lies behind one line.
  const rest = page.getByRole('button', { name: /^其余 \d+ 项合格$/ })
  await rest.click()
  await expect(linesOf(page, '合格').first()).toBeVisible()
  await keepPicture(page, `${PICTURES}/7-good.png`)
  await page.getByRole('button', { name: /^收起 \d+ 项合格$/ }).click()
  await expect(linesOf(page, '合格')).toHaveCount(0)

  // In English, wide and narrow, nothing is cut off.
  await goTo(page, '设置')
  await page.getByRole('tab', { name: '界面' }).click()
  await page.getByRole('radio', { name: 'English' }).click()
  await page.getByRole('link', { name: 'Month review' }).click()
  await expect(page.getByRole('listbox', { name: 'Checklist' })).toBeVisible()
  for (const width of [1024, 1280]) {
    await setSize(desk.app, width, 720)
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width)
    expect(await cutOff(page)).toEqual([])
    await keepPicture(page, `${PICTURES}/12-english-${width}.png`)
  }
})

test('年度服务计划 counts by its frequencies, and notes a training by hand (domain 12)', async ({ desk }) => {
  const page = await openOffice(desk, { people: EVERYBODY, as: SUPERVISOR, at: NOW })
  await setSize(desk.app, 1280, 720)

  // An empty month: nothing is to be mended, and the way there has the keyboard next.
  await goToMonth(page)
  await expect(page.getByRole('main').getByRole('status')).toContainText('到现在没有要改正的')
  await expect(linesOf(page, '要改正')).toHaveCount(0)
  await expect(linesOf(page, '合格').first()).toBeVisible()
  await keepPicture(page, `${PICTURES}/13-nothing.png`)
  expect(await axeFinds(page)).toEqual([])
  await page.getByRole('button', { name: '去审核' }).click()
  await expect(page.getByRole('tabpanel', { name: '审核签署' })).toBeVisible()
  await openTab(page, '年度服务计划')
  const row = (duty: string) =>
    page.getByRole('table', { name: '年度服务计划' }).getByRole('row', { name: new RegExp(`^${duty}`) })
  // The office began on Wednesday the 25th: the weeks of the 23rd and of the 30th are left.
  await expect(row('员工培训')).toContainText('0 / 2 次')
  await expect(row('业主回访')).toContainText('无')
  await expect(row('更新业主资料')).toContainText('0 / 1 次')

  const day = page.getByRole('textbox', { name: '日期' })
  const button = page.getByRole('button', { name: '登记培训' })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(day).toBeFocused()
  await day.fill('10-30')
  await page.getByRole('textbox', { name: '内容' }).fill('消防器材使用，全体客服')
  await page.keyboard.press('Control+s')
  await expect(day).toHaveAttribute('aria-invalid', 'true')
  await day.fill('今天')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已登记员工培训 2026-11-25')).toBeVisible()
  await expect(row('员工培训')).toContainText('1 / 2 次')
  await expect(row('员工培训')).toContainText('还差 1')
  await expect(button).toBeFocused()
  await keepPicture(page, `${PICTURES}/8-plan.png`, { fullPage: true })
  expect(await axeFinds(page)).toEqual([])
  for (const width of [1024, 1280]) {
    await setSize(desk.app, width, 720)
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width)
    expect(await cutOff(page)).toEqual([])
    await keepPicture(page, `${PICTURES}/9-plan-${width}.png`)
  }
  await page.getByRole('button', { name: '撤回 员工培训 2026-11-25' }).click()
  await expect(row('员工培训')).toContainText('0 / 2 次')

  // 地点与时间: nothing happened yet; then twice at the same place, by the same household.
  await openTab(page, '地点与时间')
  await expect(page.getByRole('region', { name: '关键地点' })).toContainText('本月没有')
  await switchTo(page, DIRECTOR)
  await importUnits(page)
  for (const content of ['电梯每天下午异响', '电梯门夹人']) {
    await openIntake(page)
    await pickHousehold(page, '5-2-301', '张三')
    await page.getByLabel('事发地点').fill('5栋2单元电梯')
    await page.getByLabel('投诉内容').fill(content)
    await page.keyboard.press('Control+s')
    await savedNumber(page)
  }
  await goToMonth(page, '地点与时间')
  await expect(page.getByRole('region', { name: '关键地点' }).getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('region', { name: '关键地点' })).toContainText('5栋2单元电梯')
  await expect(page.getByRole('region', { name: /^关键时间：10 时最多，2 件/ })).toBeVisible()
  await keepPicture(page, `${PICTURES}/11-hotspots.png`)
  expect(await axeFinds(page)).toEqual([])
  const people = page.getByRole('table', { name: '关键人物' })
  await expect(people.getByRole('link', { name: /-TS-2026-000/ })).toHaveCount(2)
  await people.getByRole('link', { name: '打开住户 5-2-301' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '5-2-301' })).toBeVisible()
  await page.getByRole('button', { name: '返回月末审核' }).click()
  await expect(people).toBeVisible()
  await openTab(page, '年度服务计划')
  await expect(row('业主回访')).toContainText('0 / 4（0.0%），应达 1')
  await expect(row('更新业主资料')).toContainText('1 / 1 次')

  // The director decides how often.
  await goTo(page, '设置')
  await page.getByRole('tab', { name: '年度服务计划' }).click()
  await page.getByLabel('员工培训').selectOption('每月一次')
  await page.getByLabel('工作评估考核').selectOption('不做')
  await keepPicture(page, `${PICTURES}/10-settings.png`)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存设置')).toBeVisible()
  expect(await axeFinds(page)).toEqual([])
  await goToMonth(page, '年度服务计划')
  await expect(row('员工培训')).toContainText('0 / 1 次')
  await expect(row('工作评估考核')).toHaveCount(0)
})
