import { cp } from 'node:fs/promises'
import { resolve } from 'node:path'
import { expect, test } from '../fixtures/desk'
import { openByNumber } from '../pages/incidents'
import { goToLost, registerItem } from '../pages/lost'
import { goTo, signIn } from '../pages/office'
import { goToVisits } from '../pages/visits'

/** The journals that older releases wrote, with their PINs. */
const VERSION_1 = resolve(import.meta.dirname, '../fixtures/version1/journal')
const VERSION_2 = resolve(import.meta.dirname, '../fixtures/version2/journal')
const VERSION_3 = resolve(import.meta.dirname, '../fixtures/version3/journal')
const VERSION_5 = resolve(import.meta.dirname, '../fixtures/version5/journal')

test('the first release’s books come back from its journal, brought up to this release', async ({ desk }) => {
  await cp(VERSION_1, desk.ledger('journal'), { recursive: true })
  const page = await desk.start()
  await page.getByRole('button', { name: '从流水账恢复' }).click()
  await signIn(page, { name: '周主管', pin: '135790' })
  await goTo(page, '投诉')
  const suspended = page.getByRole('row', { name: /客服-TS-2026-0004/ })
  await suspended.dblclick()
  await expect(page.getByText('地下车库灯坏').first()).toBeVisible()
  // What had gone together still does.
  await page.getByRole('row', { name: /客服-TS-2026-0002/ }).dblclick()
  await expect(page.getByRole('link', { name: '客服-TS-2026-0001' }).first()).toBeVisible()

  await desk.restart()
  await signIn(desk.page, { name: '周主管', pin: '135790' })
  await goTo(desk.page, '投诉')
  await expect(desk.page.getByRole('row', { name: /客服-TS-2026-0004/ })).toBeVisible()
})

test('the second release’s books come back, and the registers since then are there to be used', async ({
  desk,
}) => {
  await cp(VERSION_2, desk.ledger('journal'), { recursive: true })
  const page = await desk.start()
  await page.getByRole('button', { name: '从流水账恢复' }).click()
  await signIn(page, { name: '周主管', pin: '135790' })
  await goTo(page, '投诉')
  await page.getByRole('row', { name: /客服-TS-2026-0002/ }).dblclick()
  await expect(page.getByText('地下车库灯坏').first()).toBeVisible()
  await registerItem(page, { yuan: '80' })

  await desk.restart()
  await signIn(desk.page, { name: '周主管', pin: '135790' })
  await goToLost(desk.page)
  await expect(desk.page.getByRole('row', { name: /客服-SW-\d{4}-0001/ })).toBeVisible()
})

test('the third release’s books come back with every register, and are found by number', async ({ desk }) => {
  await cp(VERSION_3, desk.ledger('journal'), { recursive: true })
  const page = await desk.start()
  await page.getByRole('button', { name: '从流水账恢复' }).click()
  await signIn(page, { name: '周主管', pin: '135790' })
  await goTo(page, '投诉')
  // 不满意 opened a second complaint: both still name each other.
  await openByNumber(page, '客服-TS-2025-0003')
  await expect(page.getByRole('link', { name: '客服-TS-2025-0002' }).first()).toBeVisible()
  await openByNumber(page, '客服-SG-2025-0001')
  await expect(page.getByText('拍片结果：软组织挫伤。').first()).toBeVisible()
  await openByNumber(page, '客服-SW-2025-0001')
  await expect(page.getByRole('link', { name: '客服-XW-2025-0001' }).first()).toBeVisible()
  await goToVisits(page, '访问总结')
  await page.getByRole('link', { name: '2025-12' }).click()
  await expect(page.getByText('业主总体满意，巡逻和快递柜是主要意见。').first()).toBeVisible()

  await desk.restart()
  await signIn(desk.page, { name: '周主管', pin: '135790' })
  await goTo(desk.page, '投诉')
  await expect(desk.page.getByRole('row', { name: /客服-TS-2026-0006/ })).toBeVisible()
})

test('the fifth release’s books come back, and what was erased by law stays erased', async ({ desk }) => {
  await cp(VERSION_5, desk.ledger('journal'), { recursive: true })
  const page = await desk.start()
  await page.getByRole('button', { name: '从流水账恢复' }).click()
  await signIn(page, { name: '周主管', pin: '135790' })
  await goTo(page, '投诉')
  await openByNumber(page, '客服-TS-2026-0007')
  await expect(page.getByText('地库有积水').first()).toBeVisible()
  await openByNumber(page, '客服-TS-2025-0001')
  await expect(page.getByText('已按规定删除').first()).toBeVisible()

  await desk.restart()
  await signIn(desk.page, { name: '周主管', pin: '135790' })
  await goTo(desk.page, '投诉')
  await expect(desk.page.getByRole('row', { name: /客服-TS-2026-0007/ })).toBeVisible()
})
