import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Couch, startCouch } from '../fixtures/couch'
import { Desk, expect, test } from '../fixtures/desk'
import { inspect } from '../fixtures/inspect'
import { setSize } from '../fixtures/look'
import { openOffice } from '../fixtures/offices'
import { secretsOf } from '../fixtures/vault'
import { registerComplaint } from '../pages/complaints'
import { addUser, CLERK, DIRECTOR, goTo, openUsers, signIn, SUPERVISOR, switchTo } from '../pages/office'
import { backUpNow, openWith } from '../pages/restore'
import { expectUpToDate, officeIdOf, openSync, prepareServer, switchOn } from '../pages/sync'

/** Came after the second machine was made: its PIN is on the first only. */
const LATER = { name: '钱晚', pin: '640271', role: 'clerk' as const }

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

/** The first machine's backup on another one, which goes about without a letter of its own yet. */
async function restoredElsewhere(desk: Desk): Promise<Page> {
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
  return page
}

async function bearLetter(page: Page, letter: string): Promise<void> {
  await goTo(page, '设置')
  await page.getByLabel('机器字母').fill(letter)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存').first()).toBeVisible()
}

async function syncNow(...pages: Page[]): Promise<void> {
  for (const page of pages) {
    await openSync(page)
    await page.getByRole('button', { name: '立即同步' }).click()
    await expectUpToDate(page)
  }
}

test('a second machine says whose PIN it has not, and one press parts two records of one number (domain 1, 2)', async ({
  desk,
}) => {
  test.setTimeout(300_000)
  const first = await openOffice(desk, { people: [SUPERVISOR, CLERK] })
  await prepareServer(couch, await officeIdOf(first))
  await backUpNow(first)
  const second = await restoredElsewhere(desk)
  await setSize(other.app, 1280, 720)
  const found: string[] = []
  const look = async (page: Page, name: string) =>
    void found.push(...(await inspect(page, 'syncMachines', name)))

  // Both give the office's first number before the second has its letter.
  const number = await registerComplaint(second, '车位被占')
  expect(await registerComplaint(first, '卧室天花板滴水')).toBe(number)
  await addUser(first, LATER)
  await bearLetter(second, 'B')
  await switchOn(first, couch)
  await expectUpToDate(first)
  await switchOn(second, couch)
  await expectUpToDate(second)
  await syncNow(first, second)

  await test.step('the PIN of a user who came later is set at each machine', async () => {
    await openUsers(second)
    const row = second.getByRole('row', { name: new RegExp(LATER.name) })
    await expect(row.getByText('未设 PIN')).toBeVisible()
    await look(second, 'users')
    await openUsers(first)
    await expect(first.getByRole('row', { name: new RegExp(LATER.name) }).getByText('未设 PIN')).toHaveCount(
      0,
    )
    await second.getByRole('button', { name: /切换用户/ }).click()
    await expect(second.getByRole('option', { name: new RegExp(LATER.name) })).toContainText('未设 PIN')
    await look(second, 'switch-user')
    await second.keyboard.press('Escape')
  })

  await test.step('one press gives one of two records another number, and both are on both machines', async () => {
    await switchTo(first, SUPERVISOR)
    await goTo(first, '今日')
    await first.keyboard.press('F1')
    await expect(first.getByRole('dialog').getByText('Alt+H')).toBeVisible()
    await first.keyboard.press('Escape')
    await first.keyboard.press('Alt+h')
    await expect(first.getByRole('heading', { name: `投诉 ${number}` })).toBeVisible()
    await expect(first.getByRole('option', { name: /^投诉内容/ })).toContainText('车位被占')
    await expect(first.getByRole('button', { name: '给本机的记录新编号' })).toBeFocused()
    await look(first, 'number')
    await first.keyboard.press('Enter')
    const sure = first.getByRole('dialog', { name: '给本机的记录新编号' })
    await sure.getByRole('button', { name: '给本机的记录新编号' }).click()
    await expect(first.getByText(/已核对，新编号/)).toBeVisible()
    await expect(first.getByText('没有待核对的', { exact: true })).toBeVisible()
    await goTo(first, '投诉')
    await expect(first.getByRole('row', { name: /卧室天花板滴水/ })).toContainText('0002')
    await expect(first.getByRole('row', { name: /车位被占/ })).toContainText(number)
  })
  expect(found).toEqual([])
})
