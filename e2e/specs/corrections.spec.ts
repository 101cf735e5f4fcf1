import { type PrivateCups, startPrivateCups } from '../fixtures/cups'
import { axeFinds } from '../fixtures/axe'
import { expect, test } from '../fixtures/desk'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { cutOff, keepPicture, setSize } from '../fixtures/look'
import { choose, mainButton, saveStep, takeNext } from '../pages/complaintSteps'
import { registerComplaint, stepButton } from '../pages/complaints'
import { correctionForm, lockMonth, saveCorrection } from '../pages/corrections'
import { CLERK, DIRECTOR, goTo, signIn, SUPERVISOR, switchTo } from '../pages/office'
import { paperOf, printPreviewed } from '../pages/paper'
import { setEstateTime } from '../pages/today'

const PICTURES = 'e2e/results/pictures/corrections'

let cups: PrivateCups

test.beforeAll(async () => {
  cups = await startPrivateCups()
})

test.afterAll(async () => {
  await cups.stop()
})

test('a record of a locked month changes by a 更正单 only (domain 12)', async ({ desk }) => {
  test.slow()
  const page = await openOffice(desk, { people: EVERYBODY, at: '2026-10-20T09:00', env: cups.env })
  await setSize(desk.app, 1280, 720)
  const number = await registerComplaint(page, '电梯每天下午异响')
  await setEstateTime(page, '2026-11-03T09:00')
  await page.reload()
  await signIn(page, CLERK)
  const main = page.getByRole('main')
  const row = (of: string) =>
    page.getByRole('grid', { name: '投诉列表' }).getByRole('row', { name: new RegExp(of) })

  // While the month is open the record is changed directly, and nothing is said of a 更正单.
  await goTo(page, '投诉')
  await row(number).dblclick()
  await expect(mainButton(page)).toBeVisible()
  await main.getByRole('button', { name: '更多', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: '在新窗口打开' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: '开更正单' })).toHaveCount(0)
  await page.keyboard.press('Escape')

  await lockMonth(page, '2026-10')
  await page.reload()
  await signIn(page, CLERK)
  await goTo(page, '投诉')
  await row(number).dblclick()
  await expect(main.getByText(/2026年10月已审阅锁定/)).toBeVisible()

  // What the lock refuses says so, with the way out.
  await page.keyboard.press('F2')
  await page.getByRole('form', { name: /表单$/ }).getByLabel('事发地点').fill('3号楼电梯')
  await page.keyboard.press('Control+s')
  const refused = page.getByRole('alert').filter({ hasText: '已由主任审阅' })
  await expect(refused).toBeInViewport()
  await keepPicture(page, `${PICTURES}/1-refused.png`)
  await refused.getByRole('button', { name: '开更正单' }).click()

  // Every field with what it says now; the ones that were changed are listed, old and new.
  const form = correctionForm(page)
  await expect(form.getByLabel('找要改的栏目')).toBeFocused()
  await page.keyboard.type('地点')
  await expect(form.getByLabel('投诉内容')).toHaveCount(0)
  await form.getByLabel('事发地点').fill('3号楼电梯')
  const changes = page.getByRole('table', { name: '更正事项' })
  await expect(changes.getByRole('row', { name: /事发地点/ })).toContainText('3号楼电梯')
  await form.getByLabel('找要改的栏目').fill('')
  await form.getByLabel('渠道').selectOption({ label: '来访' })
  await expect(changes.getByRole('row', { name: /渠道/ })).toContainText('来电')
  await page.keyboard.press('Control+s')
  await expect(form.getByLabel('更正原因')).toBeFocused()
  await form.getByLabel('更正原因').fill('登记时听错，已与投诉人核对')
  await keepPicture(page, `${PICTURES}/2-intake.png`)
  expect(await axeFinds(page)).toEqual([])
  expect(await cutOff(page)).toEqual([])
  const first = await saveCorrection(page)
  await expect(main.getByText('待核实', { exact: true }).first()).toBeVisible()

  // A clerk neither verifies nor approves; the record still says what it said.
  await expect(mainButton(page)).toBeDisabled()
  await keepPicture(page, `${PICTURES}/3-asked.png`)
  expect(await axeFinds(page)).toEqual([])
  await main.getByRole('button', { name: `打开 ${number}` }).click()
  await expect(main.getByText(`更正单 ${first} 待核实`)).toBeVisible()
  // What was typed in vain stays as a draft until it is thrown away.
  await page.getByRole('button', { name: '丢弃草稿' }).click()
  await page.keyboard.press('Escape')
  await expect(main.locator('dd').getByText('来电', { exact: true })).toBeVisible()
  await keepPicture(page, `${PICTURES}/4-waiting.png`)

  // 核实 by the supervisor, from 今日; 批准 by nobody but the director.
  await switchTo(page, SUPERVISOR)
  await goTo(page, '今日')
  await page.getByRole('row', { name: new RegExp(first) }).dblclick()
  await takeNext(page, '核实同意')
  await page.getByLabel('意见').fill('已听录音，属实')
  await saveStep(page)
  await expect(mainButton(page)).toBeDisabled()
  await switchTo(page, DIRECTOR)
  await takeNext(page, '批准并更正')
  await keepPicture(page, `${PICTURES}/5-approving.png`)
  await saveStep(page)
  await expect(main.getByText('已更正', { exact: true }).first()).toBeVisible()

  // 《更正单》 on paper.
  await page.keyboard.press('Control+p')
  await printPreviewed(page)
  await expect(paperOf(page, '《更正单》').getByText('已打印待签', { exact: true })).toBeVisible()
  await keepPicture(page, `${PICTURES}/6-applied.png`)

  // The record says so, with what it said before.
  await main.getByRole('button', { name: `打开 ${number}` }).click()
  await expect(main.getByText(`已更正 ${first}`)).toBeVisible()
  await expect(main.locator('dd').getByText('来访', { exact: true })).toBeVisible()
  const timeline = page.getByRole('region', { name: /时间线/ })
  await expect(timeline).toContainText('更正单批准，记录更正')
  await expect(timeline).toContainText('3号楼电梯')
  await expect(page.getByRole('region', { name: /关联记录/ })).toContainText(first)
  await keepPicture(page, `${PICTURES}/7-corrected.png`)
  expect(await axeFinds(page)).toEqual([])
  expect(await cutOff(page)).toEqual([])

  // 作废 is asked for the same way; whoever does not agree says why, and the record stays.
  await switchTo(page, CLERK)
  await choose(page, '开更正单')
  await correctionForm(page).getByRole('radio', { name: '作废整条记录' }).click()
  await form.getByLabel('更正原因').fill('重复登记')
  const second = await saveCorrection(page)
  await switchTo(page, SUPERVISOR)
  await stepButton(page, '不同意').click()
  const dialog = page.getByRole('dialog', { name: `不同意 ${second}` })
  await dialog.getByLabel('不同意的原因').fill('两件不是同一天的事')
  await dialog.getByRole('button', { name: '不同意' }).click()
  await expect(main.getByText(/两件不是同一天的事/).first()).toBeVisible()
  await main.getByRole('button', { name: `打开 ${number}` }).click()
  await expect(main.getByText(`已更正 ${first}`)).toBeVisible()
  await expect(main.getByText(`更正单 ${second}`)).toHaveCount(0)

  // The list, where the screen is narrow too.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid', { name: '更正单列表' })).toBeVisible()
  await page
    .getByRole('radio', { name: /^全部/ })
    .or(page.getByRole('button', { name: /^全部/ }))
    .first()
    .click()
  await expect(
    page.getByRole('grid', { name: '更正单列表' }).getByRole('row', { name: /BG-2026/ }),
  ).toHaveCount(2)
  for (const width of [1280, 1024]) {
    await setSize(desk.app, width, 720)
    await keepPicture(page, `${PICTURES}/8-list-${width}.png`)
    expect(await cutOff(page)).toEqual([])
  }
})
