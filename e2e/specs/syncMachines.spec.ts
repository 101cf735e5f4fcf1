import type { Page } from '@playwright/test'
import { inspect } from '../fixtures/inspect'
import { setSize } from '../fixtures/look'
import { expect, test } from '../fixtures/machines'
import { openOffice } from '../fixtures/offices'
import { registerComplaint } from '../pages/complaints'
import { bearLetter, restoredAt } from '../pages/machines'
import { addUser, CLERK, goTo, openUsers, SUPERVISOR, switchTo } from '../pages/office'
import { backUpNow } from '../pages/restore'
import { expectUpToDate, officeIdOf, openSync, prepareServer, switchOn } from '../pages/sync'

/** Came after the second machine was made: its PIN is on the first only. */
const LATER = { name: '钱晚', pin: '640271', role: 'clerk' as const }

async function syncNow(...pages: Page[]): Promise<void> {
  for (const page of pages) {
    await openSync(page)
    await page.getByRole('button', { name: '立即同步' }).click()
    await expectUpToDate(page)
  }
}

test('a second machine says whose PIN it has not, and one press parts two records of one number (domain 1, 2)', async ({
  desk,
  couch,
  other,
}) => {
  test.setTimeout(300_000)
  const first = await openOffice(desk, { people: [SUPERVISOR, CLERK] })
  await prepareServer(couch, await officeIdOf(first))
  await backUpNow(first)
  const second = await restoredAt(other, desk)
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
