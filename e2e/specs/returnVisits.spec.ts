import type { Locator } from '@playwright/test'
import { type PrivateCups, startPrivateCups } from '../fixtures/cups'
import { expect, test } from '../fixtures/desk'
import { openOffice } from '../fixtures/offices'
import { cutOff, setSize } from '../fixtures/look'
import { answer, assign, complete, judge, openForm, saveStep, takeNext } from '../pages/complaintSteps'
import { registerComplaint } from '../pages/complaints'
import { goTo } from '../pages/office'
import { paperOf, printPreviewed } from '../pages/paper'
import { expectCounts, setEstateTime } from '../pages/today'
import { goToVisits, importUnits, openNew, pickHousehold, registerVisit, savedRecord } from '../pages/visits'

const VISIT_FORM = '《访问业主记录》'
const SHEET = '《回访工作记录表》'

let cups: PrivateCups

test.beforeAll(async () => {
  cups = await startPrivateCups()
})

test.afterAll(async () => {
  await cups.stop()
})

/** The two buttons of a row of the 季度回访 stand side by side, clear of its lines. */
async function expectCalmRow(row: Locator): Promise<void> {
  const call = await row.getByRole('button', { name: '回访', exact: true }).boundingBox()
  const skip = await row.getByRole('button', { name: '不回访' }).boundingBox()
  const whole = await row.boundingBox()
  if (!call || !skip || !whole) throw new Error('the row is shown')
  expect(call.y).toBeCloseTo(skip.y, 0)
  expect(call.y).toBeGreaterThan(whole.y + 4)
  expect(call.y + call.height).toBeLessThan(whole.y + whole.height - 4)
}

test('return visits of a complaint and of their own, and the quarter’s round (domain 8)', async ({
  desk,
}) => {
  const page = await openOffice(desk, { at: '2026-11-20T09:00', env: cups.env })
  await setSize(desk.app, 1280, 720)
  await importUnits(page)

  // A complaint's 回访 is a return visit of its own, linked on both sides.
  const complaint = await registerComplaint(page, '电梯每天下午异响', '张三')
  await judge(page)
  await assign(page)
  await complete(page)
  await answer(page)
  await takeNext(page, '回访')
  await page.getByRole('radio', { name: '满意', exact: true }).click()
  await page.getByLabel('投诉人的话').fill('谢谢，不响了')
  await saveStep(page)
  const links = page.getByRole('region', { name: '关联记录' })
  await expect(links).toContainText('HF-2026-0001')
  await goToVisits(page, '回访')
  const grid = page.getByRole('grid', { name: '回访列表' })
  await grid.getByRole('row', { name: /HF-2026-0001/ }).click()
  await expect(page.getByText(`这条回访由投诉 ${complaint} 的回访自动登记，更正请到投诉里。`)).toBeVisible()

  // A free one: C 不满意 offers a complaint, linked.
  const form = await openNew(page, '回访登记')
  await page.keyboard.press('Control+s')
  await expect(form.getByLabel('回访内容及处理结果')).toHaveAttribute('aria-invalid', 'true')
  await pickHousehold(page, '5-2-302', '李四')
  await form.getByLabel('回访内容及处理结果').fill('楼道灯一直不亮')
  // Nobody is taken for satisfied before they were asked.
  await page.keyboard.press('Control+s')
  await expect(form.getByRole('radio', { name: 'A 满意' })).toBeFocused()
  await form.getByRole('radio', { name: 'C 不满意' }).click()
  await page.keyboard.press('Control+s')
  await savedRecord(page)
  await takeNext(page, '登记投诉')
  await expect(openForm(page)).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { level: 1, name: /TS-2026-0002/ })).toBeVisible()
  await expect(links).toContainText('HF-2026-0002')

  // 季度回访: the quarter's complaints, each household once; who was reached is not called again.
  await goToVisits(page, '回访')
  await page.getByRole('button', { name: '季度回访' }).click()
  await expect(page.getByRole('heading', { name: '2026 年第 4 季度回访' })).toBeVisible()
  await expect(page.getByText('这个季度还没有名单。')).toBeVisible()
  await registerVisit(page, '5-2-303', '王五', '希望办电影节')
  await goToVisits(page, '回访')
  await page.getByRole('button', { name: '季度回访' }).click()
  await page.getByRole('button', { name: '按本季度的投诉和建议列名单' }).click()
  const list = page.getByRole('list', { name: '季度回访名单' }).getByRole('listitem')
  await expect(list).toHaveCount(1)
  await expect(list.first()).toContainText('5-2-303 王五')
  for (const width of [1024, 1280]) {
    await setSize(desk.app, width, 720)
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width)
    await expectCalmRow(list.first())
    expect(await cutOff(page)).toEqual([])
  }
  const call = list.first().getByRole('button', { name: '回访', exact: true })
  await call.click()
  // Left again, the list of the quarter stands there, with the keyboard where it was.
  await expect(page.getByRole('form', { name: '回访登记' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(call).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByLabel('回访内容及处理结果').fill('电影节定在元旦')
  await page.getByRole('radio', { name: 'A 满意' }).click()
  await page.keyboard.press('Control+s')
  await savedRecord(page)
  await page.getByRole('button', { name: '季度回访' }).click()
  await expect(page.getByText('已回访 1 / 1 户')).toBeVisible()
  await expect(list.first()).toContainText('HF-2026-0003')

  // 《回访工作记录表》 of a selection, then of a period; each row is a print of its record.
  await goToVisits(page, '回访')
  const jobs = (await cups.jobs()).length
  await grid
    .getByRole('row', { name: /HF-2026-0001/ })
    .getByRole('checkbox')
    .check()
  await grid
    .getByRole('row', { name: /HF-2026-0003/ })
    .getByRole('checkbox')
    .check()
  await page.getByRole('button', { name: '批量' }).click()
  await page.getByRole('menuitem', { name: /^打印.*回访工作记录表/ }).click()
  await printPreviewed(page)
  await expect.poll(async () => (await cups.jobs()).length).toBe(jobs + 1)
  await grid.getByRole('row', { name: /HF-2026-0001/ }).dblclick()
  await expect(paperOf(page, SHEET).getByText('已打印待签', { exact: true })).toBeVisible()
  await grid.getByRole('row', { name: /HF-2026-0002/ }).dblclick()
  await expect(paperOf(page, SHEET).getByText('未打印', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '取消选择' }).click()
  await page
    .getByRole('checkbox', { name: '本月' })
    .or(page.getByRole('button', { name: '本月' }))
    .click()
  await page.getByRole('button', { name: '批量' }).click()
  await page.getByRole('menuitem', { name: /^打印.*回访工作记录表/ }).click()
  await printPreviewed(page)
  await expect.poll(async () => (await cups.jobs()).length).toBe(jobs + 2)
  await expect(paperOf(page, SHEET).getByText('已打印待签', { exact: true })).toBeVisible()

  // Nothing is cut off, where the screen is narrow either.
  for (const width of [1280, 1024]) {
    await setSize(desk.app, width, 720)
    for (const tab of ['走访', '回访', '访问总结'] as const) {
      await goToVisits(page, tab)
      expect(await cutOff(page)).toEqual([])
    }
  }
  // A long label breaks there, and its field stands below it.
  await goToVisits(page)
  const intake = await openNew(page, '走访登记')
  const part = '对物业管理工作的意见和建议'
  const label = await intake.getByText(part, { exact: true }).boundingBox()
  const field = await intake.getByLabel(part).boundingBox()
  expect(label && field && label.y + label.height <= field.y).toBe(true)
})

test('blank sheets bear reserved numbers and are filled in from paper (forms, "On every form")', async ({
  desk,
}) => {
  const page = await openOffice(desk, { at: '2026-11-20T09:00', env: cups.env })
  await setSize(desk.app, 1280, 720)
  await importUnits(page)
  for (const [tab, form] of [
    ['走访', VISIT_FORM],
    ['回访', SHEET],
  ] as const) {
    await goToVisits(page, tab)
    await page.getByRole('button', { name: '打印空白表' }).click()
    const asked = page.getByRole('dialog', { name: `打印空白${form}` })
    await asked.getByLabel('张数').fill('2')
    await asked.getByRole('button', { name: '留号并打印' }).click()
    await printPreviewed(page)
    await page.getByRole('grid').getByRole('row', { name: /-0002/ }).dblclick()
    await expect(paperOf(page, form).getByText('已打印待签', { exact: true })).toBeVisible()
  }

  // 补录: not from before the number was given; the sheet says by hand what the record says now.
  const entry = page.getByRole('form', { name: '补录表单' })
  await entry.getByLabel('楼座/房号').fill('5-2-301')
  await entry.getByLabel('回访内容及处理结果').fill('电梯正常')
  await entry.getByRole('radio', { name: 'A 满意' }).click()
  await entry.getByLabel('日期', { exact: true }).fill('11-20 0830')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('日期早于留号，请核对')).toBeVisible()
  await setEstateTime(page, '2026-11-20T09:05')
  await entry.getByLabel('日期', { exact: true }).fill('11-20 0904')
  await saveStep(page)
  await expect(page.getByRole('main').getByText('已回访', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('打印后有改动')).toHaveCount(0)
  await goTo(page, '今日')
  await expectCounts(page, { 留号待补录: 3 })
})
