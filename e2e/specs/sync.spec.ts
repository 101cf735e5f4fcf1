import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Couch, startCouch } from '../fixtures/couch'
import { Desk, expect, test } from '../fixtures/desk'
import { picture } from '../fixtures/files'
import { openOffice } from '../fixtures/offices'
import { secretsOf } from '../fixtures/vault'
import { keepPicture } from '../fixtures/look'
import { hand, lineOf } from '../pages/attachments'
import { registerComplaint } from '../pages/complaints'
import { csvFile, importFile, openHousehold } from '../pages/households'
import { CLERK, DIRECTOR, goTo, signIn, SUPERVISOR, switchTo } from '../pages/office'
import { backUpNow, openWith } from '../pages/restore'
import { expectUpToDate, officeIdOf, openSync, prepareServer, switchOn, syncWord } from '../pages/sync'

let couch: Couch
let other: Desk
test.beforeEach(async () => {
  couch = await startCouch()
  other = new Desk(await mkdtemp(join(tmpdir(), 'front-desk-')))
})
test.afterEach(async () => {
  await couch.stop()
  await other.app?.close().catch(() => undefined)
  await rm(other.dataDir, { recursive: true, force: true })
})

/** A second machine of the office: the first one's backup, and a letter of its own. */
async function secondMachine(desk: Desk, letter: string): Promise<Page> {
  const root = join(desk.dataDir, 'backups')
  const [office = ''] = await readdir(root)
  const names = (await readdir(join(root, office))).filter((name) => name.endsWith('.fdbackup')).sort()
  const { password } = await secretsOf(desk)
  const page = await other.start()
  await page.getByRole('button', { name: '从备份恢复' }).click()
  await other.answerOpenDialog([join(root, office, names.at(-1) ?? '')])
  await page.getByRole('button', { name: '选择备份文件…' }).click()
  await openWith(page, password)
  await page.getByRole('button', { name: '恢复这份备份' }).click()
  await signIn(page, DIRECTOR)
  const asked = page.getByRole('dialog', { name: '纸上最大的编号' })
  await asked.getByRole('button', { name: '保存编号' }).click()
  await expect(asked).toBeHidden()
  await goTo(page, '设置')
  await page.getByLabel('机器字母').fill(letter)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存').first()).toBeVisible()
  return page
}

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
async function fillSecond(first: Page, second: Page): Promise<void> {
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
}) => {
  test.setTimeout(300_000)
  const first = await openOffice(desk, { people: [SUPERVISOR, CLERK] })
  await prepareServer(couch, await officeIdOf(first))
  await backUpNow(first)
  const second = await secondMachine(desk, 'B')
  await switchOn(first, couch)
  await expectUpToDate(first)
  await fillSecond(first, second)

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
