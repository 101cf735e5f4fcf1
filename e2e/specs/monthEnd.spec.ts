import type { Page } from '@playwright/test'
import { type PrivateCups, startPrivateCups } from '../fixtures/cups'
import { expect, test } from '../fixtures/desk'
import { answer, assign, complete, judge, saveStep, takeNext } from '../pages/complaintSteps'
import { registerComplaint } from '../pages/complaints'
import { correctionForm, saveCorrection } from '../pages/corrections'
import { explainTheRest, goToLine, goToMonth, linesOf, openTab, recordsBehind } from '../pages/monthReviews'
import {
  addUser,
  CLERK,
  DIRECTOR,
  goTo,
  type Person,
  setUpOffice,
  signIn,
  SUPERVISOR,
  switchTo,
} from '../pages/office'
import { paperOf, printVisit } from '../pages/paper'
import { setEstateTime } from '../pages/today'

let cups: PrivateCups

test.beforeAll(async () => {
  cups = await startPrivateCups()
})

test.afterAll(async () => {
  await cups.stop()
})

/** The machine is on again at another moment, and somebody signs in. */
async function returnAt(page: Page, moment: string, who: Person): Promise<void> {
  await setEstateTime(page, moment)
  await page.reload()
  await signIn(page, who)
}

/** From a line of the checklist to the record behind it, and back once it was put right. */
async function mend(page: Page, line: string, number: string, put: () => Promise<void>): Promise<void> {
  await goToLine(page, line)
  await page.keyboard.press('ArrowRight')
  const behind = recordsBehind(page).getByRole('row', { name: new RegExp(number) })
  await expect(behind).toHaveCount(1)
  await behind.dblclick()
  await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible()
  await put()
  await page.getByRole('button', { name: '返回月末审核' }).click()
  await expect(page.getByRole('listbox', { name: '检查清单' })).toBeVisible()
  await expect(behind).toHaveCount(0)
}

/** From the month that waits, which opens, to the one before it. */
async function goToOctober(page: Page): Promise<void> {
  await goToMonth(page)
  await expect(page.getByRole('button', { name: '2026年11月' })).toBeVisible()
  await page.keyboard.press('Alt+PageUp')
  await expect(page.getByRole('button', { name: '2026年10月' })).toBeVisible()
}

test('a month of the desk: mended, read, signed, locked, put right by a 更正单, reopened and verified (domain 12)', async ({
  desk,
}) => {
  test.slow()
  const page = await desk.start(cups.env)
  const main = page.getByRole('main')
  await setEstateTime(page, '2026-10-27T09:00')
  await setUpOffice(page)
  await addUser(page, SUPERVISOR)
  await addUser(page, CLERK)
  const promised = await registerComplaint(page, '地下车库漏水')
  await judge(page)
  await assign(page, '明天 1800')
  const unvisited = await registerComplaint(page, '楼道灯不亮')
  await judge(page)
  await assign(page)
  await complete(page)
  await answer(page)
  const unsigned = await registerComplaint(page, '电梯每天下午异响')
  await printVisit(page)

  await returnAt(page, '2026-11-02T09:00', SUPERVISOR)
  await test.step('three gaps are mended from the checklist', async () => {
    await goToMonth(page)
    await expect(page.getByRole('button', { name: '2026年10月' })).toBeVisible()
    await expect(linesOf(page, '要改正').filter({ hasText: '超期未办' })).toContainText('2 件')
    await mend(page, '已打印未签字', unsigned, async () => {
      await paperOf(page).getByRole('button', { name: '登记签字' }).click()
      await page.keyboard.press('Control+s')
      await expect(paperOf(page).getByText('已签', { exact: true })).toBeVisible()
    })
    await mend(page, '超期未办', promised, () => complete(page))
    await mend(page, '超期未办', unvisited, async () => {
      await takeNext(page, '回访')
      await page.getByRole('radio', { name: '满意', exact: true }).click()
      await saveStep(page)
    })
    await expect(linesOf(page, '要改正').filter({ hasText: '超期未办' })).toHaveCount(0)
  })

  await test.step('what cannot be mended is explained, the sample read, the month reviewed and signed', async () => {
    await explainTheRest(page, '已约下周补办')
    await openTab(page, '抽查')
    await page.keyboard.press('Control+s')
    const list = page.getByRole('listbox', { name: '抽到的记录' })
    await list.focus()
    for (const seen of [1, 2, 3]) {
      const reading = list.getByRole('option', { selected: true })
      await expect(reading).toContainText('未看')
      const number = (await reading.innerText()).split(/\s/)[0] ?? ''
      await expect(page.getByRole('form', { name: new RegExp(number) })).toBeVisible()
      await page.keyboard.press('1')
      await expect(page.getByText(`已看 ${seen} / 3`)).toBeVisible()
    }
    await openTab(page, '审核签署')
    await page.getByLabel('审核意见').fill('本月投诉三件。')
    await page.keyboard.press('Control+s')
    await expect(page.getByText('已审核，等主任审阅', { exact: true })).toBeVisible()
    await switchTo(page, DIRECTOR)
    await page.getByRole('button', { name: '审阅并锁定本月' }).click()
    await expect(page.getByText('已审阅，本月已锁定', { exact: true })).toBeVisible()
  })

  const corrected = await test.step('a change is refused, and made by a 更正单', async () => {
    await switchTo(page, CLERK)
    await goTo(page, '投诉')
    await page
      .getByRole('grid', { name: '投诉列表' })
      .getByRole('row', { name: new RegExp(unsigned) })
      .dblclick()
    await expect(main.getByText(/2026年10月已审阅锁定/)).toBeVisible()
    await page.keyboard.press('F2')
    await page.getByRole('form', { name: /表单$/ }).getByLabel('事发地点').fill('3号楼电梯')
    await page.keyboard.press('Control+s')
    const refused = page.getByRole('alert').filter({ hasText: '已由主任审阅' })
    await refused.getByRole('button', { name: '开更正单' }).click()
    await correctionForm(page).getByLabel('事发地点').fill('3号楼电梯')
    await correctionForm(page).getByLabel('更正原因').fill('登记时漏写地点')
    const number = await saveCorrection(page)
    await switchTo(page, SUPERVISOR)
    await takeNext(page, '核实同意')
    await page.getByLabel('意见').fill('属实')
    await saveStep(page)
    await switchTo(page, DIRECTOR)
    await takeNext(page, '批准并更正')
    await page.getByLabel('意见').fill('同意')
    await saveStep(page)
    await expect(main.getByText('已更正', { exact: true }).first()).toBeVisible()
    return number
  })

  await returnAt(page, '2026-12-01T09:00', SUPERVISOR)
  await test.step('the next month’s review shows it', async () => {
    await goToMonth(page)
    await expect(page.getByRole('button', { name: '2026年11月' })).toBeVisible()
    await goToLine(page, '本月更正单')
    await expect(recordsBehind(page).getByRole('row', { name: new RegExp(corrected) })).toHaveCount(1)
    await goToLine(page, '由更正单更正的记录')
    await expect(recordsBehind(page).getByRole('row', { name: new RegExp(unsigned) })).toHaveCount(1)
  })

  await test.step('the signed month holds, and is reopened by the director with a reason only', async () => {
    await switchTo(page, DIRECTOR)
    await goToOctober(page)
    await openTab(page, '审核签署')
    await page.getByRole('button', { name: '验证' }).last().click()
    await expect(page.getByText(/与签署时一致/).first()).toBeVisible()
    await page.getByRole('button', { name: '重开本月' }).click()
    const dialog = page.getByRole('dialog')
    await page.keyboard.press('Control+s')
    // Until it was refused, a second key would be one with the first.
    await expect(dialog.getByLabel('原因')).toHaveAttribute('aria-invalid', 'true')
    await dialog.getByLabel('原因').fill('补记一件投诉')
    await page.keyboard.press('Control+s')
    await expect(dialog).toBeHidden()
    await expect(page.getByText('补记一件投诉').first()).toBeVisible()
    await returnAt(page, '2026-12-01T10:00', DIRECTOR)
    await goToOctober(page)
    await openTab(page, '审核签署')
    await expect(page.getByText('补记一件投诉').first()).toBeVisible()
    await expect(main.getByText('审核中').first()).toBeVisible()
  })
})
