import type { Page } from '@playwright/test'
import type { Couch } from '../fixtures/couch'
import { picture } from '../fixtures/files'
import { keepPicture } from '../fixtures/look'
import { expect, test } from '../fixtures/machines'
import { openOffice } from '../fixtures/offices'
import { hand, lineOf } from '../pages/attachments'
import { registerComplaint } from '../pages/complaints'
import { csvFile, importFile, openHousehold } from '../pages/households'
import { bearLetter, restoredAt } from '../pages/machines'
import { CLERK, goTo, SUPERVISOR, switchTo } from '../pages/office'
import { backUpNow } from '../pages/restore'
import { expectUpToDate, officeIdOf, openSync, prepareServer, switchOn, syncWord } from '../pages/sync'

async function openComplaint(page: Page, number: string): Promise<void> {
  await goTo(page, '投诉')
  await page.getByRole('row', { name: new RegExp(number) }).click()
  await expect(page.getByRole('heading', { name: number })).toBeVisible()
}

async function amendPlace(page: Page, number: string, place: string): Promise<void> {
  await openComplaint(page, number)
  await page.keyboard.press('F2')
  await page.getByLabel('事发地点').fill(place)
  await page.keyboard.press('Control+s')
  await expect(page.getByLabel('事发地点')).toBeHidden()
}

const HOUSEHOLDS = 550

/** Switches sync on at a machine that has much to fetch: how far it is stands on its screen. */
async function fillSecond(couch: Couch, first: Page, second: Page): Promise<void> {
  const rows = Array.from(
    { length: HOUSEHOLDS },
    (_, i) => `9,1,${1001 + i},住宅,89.5,自住,2019-06-01,住户${i},业主,${13_900_000_000 + i},,,`,
  )
  await importFile(first, csvFile(rows))
  const units = () => couch.control.documents('office-a').filter(({ table }) => table === 'units')
  await expect.poll(() => units().length, { timeout: 60_000 }).toBe(HOUSEHOLDS)
  await openSync(first)
  await expectUpToDate(first)
  // Nobody else asks the server meanwhile.
  await first.getByRole('button', { name: '暂停同步' }).click()
  await expect(syncWord(first)).toHaveText('同步已暂停')
  let pages = 0
  const held = couch.control.hold(({ url }) => url.includes('_changes?') && (pages += 1) > 1)
  await switchOn(second, couch)
  await held.arrived
  await expect(second.getByRole('progressbar', { name: /^正在同步/ })).toBeVisible({ timeout: 60_000 })
  await expect(syncWord(second)).toHaveText(/^同步中 [1-9]\d?%$/)
  await keepPicture(second, 'e2e/results/pictures/sync/filling.png')
  held.release()
  await expectUpToDate(second)
  await openHousehold(second, `9-1-${1000 + HOUSEHOLDS}`)
  await first.getByRole('button', { name: '继续同步' }).click()
  await expectUpToDate(first)
}

test('what one desk registers is seen at the other; what both change waits for the supervisor (issue 7)', async ({
  desk,
  couch,
  other,
}) => {
  test.setTimeout(300_000)
  const first = await openOffice(desk, { people: [SUPERVISOR, CLERK] })
  await prepareServer(couch, await officeIdOf(first))
  await backUpNow(first)
  const second = await restoredAt(other, desk)
  await bearLetter(second, 'B')
  await switchOn(first, couch)
  await expectUpToDate(first)
  await fillSecond(couch, first, second)

  const number = await registerComplaint(first, '卧室天花板滴水')
  const bytes = picture(64, 48, 120)
  await hand(first, 'paste', { name: '天花板.png', type: 'image/png', bytes })
  await expect(lineOf(first, '天花板')).toBeVisible()
  await openComplaint(second, number)
  await lineOf(second, '天花板').click()
  await expect(second.getByRole('dialog').locator('img')).toHaveJSProperty('complete', true)
  await second.keyboard.press('Escape')
  const theirs = await registerComplaint(second, '车位被占')
  expect(theirs).toMatch(/-B0001$/)
  await openComplaint(first, theirs)

  await couch.control.unplug()
  await amendPlace(first, number, '东门')
  await expect(syncWord(first)).toHaveText(/离线|待发送/)
  await amendPlace(second, number, '西门')
  await expect(syncWord(second)).toHaveText(/离线|待发送/)
  await couch.control.plug()
  for (const page of [first, second]) {
    await openSync(page)
    await page.getByRole('button', { name: '立即同步' }).click()
  }
  await expect(second.getByRole('link', { name: '1 件' })).toBeVisible({ timeout: 60_000 })
  await expectUpToDate(first)

  await switchTo(first, SUPERVISOR)
  await goTo(first, '今日')
  await first
    .getByRole('grid')
    .getByRole('row', { name: new RegExp(number) })
    .filter({ hasText: '核对' })
    .first()
    .click()
  await expect(first.getByRole('listbox', { name: '逐栏比较' })).toBeFocused()
  await first.keyboard.press('2')
  await first.keyboard.press('Control+s')
  await expect(first.getByText('已核对，采用了待核对的')).toBeVisible()
  await openComplaint(first, number)
  const chosen = await first
    .getByText(/^(东门|西门)$/)
    .first()
    .innerText()
  await openComplaint(second, number)
  await expect(second.getByText(chosen, { exact: true }).first()).toBeVisible()
  await expect(second.getByText(/处待核对/)).toHaveCount(0)
})
