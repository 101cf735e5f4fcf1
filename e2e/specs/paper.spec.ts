import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type PrivateCups, startPrivateCups } from '../fixtures/cups'
import { expect, test } from '../fixtures/desk'
import { SMALL_PDF } from '../fixtures/files'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { registerComplaint } from '../pages/complaints'
import { DIRECTOR, goTo, signIn, switchTo, VIEWER } from '../pages/office'
import { paperOf, printPreviewed, printVisit } from '../pages/paper'

let cups: PrivateCups
let folder: string

test.beforeAll(async () => {
  cups = await startPrivateCups()
  folder = await mkdtemp(join(tmpdir(), 'front-desk-paper-'))
  await writeFile(join(folder, '签字扫描件.pdf'), SMALL_PDF)
})

test.afterAll(async () => {
  await cups.stop()
  await rm(folder, { recursive: true, force: true })
})

test('print → 待签 → 已签 → 已归档, each with who and when, and nothing to do there for 查阅 (domain 1 and 10)', async ({
  desk,
}) => {
  const page = await openOffice(desk, { people: EVERYBODY, env: cups.env })

  await test.step('print → 待签 → 已签 → 已归档, each with who and when (domain 10)', async () => {
    await registerComplaint(page, '电梯每天下午异响')
    const paper = paperOf(page)
    await expect(paper.getByText('未打印', { exact: true })).toBeVisible()

    await printVisit(page)
    await expect(paper.getByText('已打印待签', { exact: true })).toBeVisible()

    // 登记签字 by keyboard: the form opens in place, who complained is filled in.
    await paper.getByRole('button', { name: '登记签字' }).press('Enter')
    await expect(paper.getByLabel('签字人')).toBeFocused()
    await expect(paper.getByLabel('签字人')).toHaveValue('王建国')
    await page.keyboard.press('Escape')
    await expect(paper.getByLabel('签字人')).toBeHidden()
    await expect(paper.getByRole('button', { name: '登记签字' })).toBeFocused()
    await page.keyboard.press('Enter')
    await paper.getByLabel('签字人').fill('王建国之妻')
    await page.keyboard.press('Control+s')
    await expect(paper.getByText('已签', { exact: true })).toBeVisible()
    await expect(paper.getByText(/王建国之妻签字，.*（周敏登记）/)).toBeVisible()

    await desk.answerOpenDialog([])
    await paper.getByRole('button', { name: '上传签字扫描件' }).click()
    await expect(paper.getByText('已签', { exact: true })).toBeVisible()
    await desk.answerOpenDialog([join(folder, '签字扫描件.pdf')])
    await paper.getByRole('button', { name: '上传签字扫描件' }).click()
    await expect(paper.getByText('已归档', { exact: true })).toBeVisible()
    await paper.getByRole('button', { name: '看扫描件' }).click()
    await expect(page.getByRole('dialog', { name: /签字扫描件/ })).toBeVisible()
    await page.keyboard.press('Escape')

    await paper.getByText('打印历史（1 次）').click()
    await expect(paper.getByText(/第 1 版，.*周敏，打印/)).toBeVisible()
    const timeline = page.getByRole('region', { name: /时间线/ })
    for (const did of ['打印', '登记签字', '归档扫描件']) {
      await expect(timeline.getByText(did, { exact: true })).toBeVisible()
    }
  })

  await test.step('查阅 sees the paper and may do nothing with it (domain 1)', async () => {
    const number = await registerComplaint(page, '电梯每天下午异响')
    await printVisit(page)
    await switchTo(page, VIEWER)
    await goTo(page, '投诉')
    await page.getByRole('row', { name: new RegExp(number) }).dblclick()
    const paper = paperOf(page)
    await expect(paper.getByText('已打印待签', { exact: true })).toBeVisible()
    await expect(paper.getByRole('button')).toHaveCount(0)
    await expect(page.getByRole('button', { name: '打印', exact: true })).toBeDisabled()
    await page.keyboard.press('Control+p')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
})

test('a batch is one job, noted on every record; a refused signature and a change are seen on the paper (domain 10 and 13)', async ({
  desk,
}) => {
  const page = await openOffice(desk, { env: cups.env })

  await test.step('a batch is printed as one job and noted on every record (domain 13)', async () => {
    await registerComplaint(page, '电梯异响')
    await registerComplaint(page, '门禁坏了')
    const before = (await cups.jobs()).length
    await goTo(page, '投诉')
    await page.getByRole('button', { name: '批量' }).click()
    await page.getByRole('menuitem', { name: '批量打印' }).click()
    const asked = page.getByRole('dialog', { name: '批量打印' })
    await expect(asked.getByText('共 2 件')).toBeVisible()
    await page.keyboard.press('Enter')
    await printPreviewed(page)
    await expect.poll(async () => (await cups.jobs()).length).toBe(before + 1)
    await page.getByRole('row', { name: /-0001/ }).dblclick()
    await expect(paperOf(page).getByText('已打印待签', { exact: true })).toBeVisible()
    await paperOf(page).getByText('打印历史（1 次）').click()
    await expect(paperOf(page).getByRole('listitem')).toHaveText([/批量打印/])

    await page.getByRole('button', { name: '批量' }).click()
    await page.getByRole('menuitem', { name: '打印台账' }).click()
    await printPreviewed(page)
    await expect.poll(async () => (await cups.jobs()).length).toBe(before + 2)
  })

  await test.step('拒签 needs its reason; a change after printing shows until it is printed again (domain 10)', async () => {
    await registerComplaint(page, '电梯每天下午异响')
    const paper = paperOf(page)
    await printVisit(page)
    await paper.getByRole('button', { name: '登记拒签' }).click()
    await expect(paper.getByLabel('拒签原因')).toBeVisible()
    await page.keyboard.press('Control+s')
    await expect(paper.getByLabel('拒签原因')).toBeFocused()
    await expect(paper.getByLabel('拒签原因')).toHaveAttribute('aria-invalid', 'true')
    await paper.getByLabel('拒签原因').fill('不同意处理办法')
    await page.keyboard.press('Control+s')
    await expect(paper.getByText('拒签', { exact: true })).toBeVisible()
    await expect(paper.getByText(/王建国拒签，.*不同意处理办法/)).toBeVisible()
    await expect(paper.getByText('打印后有改动')).toBeHidden()

    await page.keyboard.press('F2')
    await page.getByLabel('投诉内容').fill('电梯每天下午异响，夜里也响')
    await page.keyboard.press('Control+s')
    await expect(paper.getByText('打印后有改动', { exact: true })).toBeVisible()
    await paper.getByRole('button', { name: '重新打印' }).click()
    const dialog = page.getByRole('dialog', { name: /^打印/ })
    await expect(dialog.getByRole('img', { name: /第 1 页/ })).toBeVisible()

    // 另存为 PDF counts as a print; where saving is given up, nothing left.
    await desk.answerSaveDialog(null)
    await dialog.getByRole('button', { name: '另存为 PDF' }).click()
    await expect(dialog.getByRole('button', { name: '打印', exact: true })).toBeEnabled()
    await desk.answerSaveDialog(join(folder, 'kept.pdf'))
    await dialog.getByRole('button', { name: '另存为 PDF' }).click()
    await expect(dialog).toBeHidden()
    await expect(paper.getByText('打印后有改动')).toBeHidden()
    await expect(paper.getByText('已打印待签', { exact: true })).toBeVisible()
    await paper.getByText('打印历史（2 次）').click()
    await expect(paper.getByRole('listitem')).toHaveText([/^第 2 版，.*，存为 PDF$/, /^第 1 版，.*，打印$/])
  })
})

test('blank forms take numbers without a gap, are filled in after a restart, or voided (domain 2)', async ({
  desk,
}) => {
  let page = await openOffice(desk, { env: cups.env })
  const before = (await cups.jobs()).length
  await goTo(page, '投诉')
  await page.getByRole('button', { name: '打印空白表' }).click()
  const asked = page.getByRole('dialog', { name: '打印空白《投诉来访记录》' })
  await asked.getByLabel('张数').fill('21')
  await page.keyboard.press('Control+s')
  await expect(asked.getByLabel('张数')).toHaveAttribute('aria-invalid', 'true')
  await asked.getByLabel('张数').fill('2')
  await asked.getByRole('button', { name: '留号并打印' }).click()
  await printPreviewed(page)
  await expect.poll(async () => (await cups.jobs()).length).toBe(before + 1)

  // The next at the desk goes on behind them.
  const third = await registerComplaint(page, '门禁坏了')
  expect(third).toMatch(/-0003$/)
  await goTo(page, '今日')
  await expect(page.getByText('空白表，等待补录').first()).toBeVisible()

  page = await desk.restart(cups.env)
  await signIn(page, DIRECTOR)
  await goTo(page, '投诉')
  await page.getByRole('row', { name: /-0001/ }).dblclick()
  await expect(page.getByRole('heading', { name: /-0001$/ })).toBeVisible()
  await page.getByLabel('投诉人', { exact: true }).fill('李秀英')
  await page.getByLabel('房号', { exact: true }).fill('5-2-302')
  await page.getByLabel('投诉内容').fill('楼道灯不亮')
  await page.keyboard.press('Control+s')
  // When it was written stands on the paper: the desk does not guess it.
  await expect(page.getByLabel('登记时间')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('登记时间').fill('昨天 2300')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/登记时间不能早于留号的时间/)).toBeVisible()
  await page.getByLabel('登记时间').fill(await nowInEstate(page))
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('main').getByText('受理', { exact: true }).first()).toBeVisible()
  await expect(paperOf(page).getByText('已打印待签', { exact: true })).toBeVisible()
  await expect(paperOf(page).getByText('打印后有改动')).toBeHidden()

  await goTo(page, '投诉')
  await page.getByRole('row', { name: /-0002/ }).dblclick()
  await expect(page.getByRole('heading', { name: /-0002$/ })).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: '更多' }).last().click()
  await page.getByRole('menuitem', { name: '作废' }).click()
  await page.getByLabel('作废原因').fill('表格写坏了')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/已作废：表格写坏了/)).toBeVisible()
  expect(await registerComplaint(page, '垃圾没清')).toMatch(/-0004$/)
})

/** The present as the desk would type it, in estate time. */
function nowInEstate(page: Page): Promise<string> {
  return page.evaluate(() =>
    new Date(Date.now()).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16),
  )
}
