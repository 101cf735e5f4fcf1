import { expect, type Locator, type Page } from '@playwright/test'
import { setTime } from '../fixtures/clock'
import type { Desk } from '../fixtures/desk'
import { registerComplaint } from './complaints'

/** A notification that main would have shown. */
export interface ShownNotice {
  title: string
  body: string
  silent: boolean
}

interface Noted {
  notices?: { title: string; body: string; silent: boolean; emit: (event: string) => void }[]
}

/** Main's notifications go into a list from now on; the system is said to have them. */
export async function catchNotices(desk: Desk): Promise<void> {
  await desk.app.evaluate(({ Notification }) => {
    const noted = globalThis as unknown as { notices: unknown[] }
    noted.notices = []
    Notification.isSupported = () => true
    Notification.prototype.show = function show() {
      noted.notices.push(this)
    }
  })
}

/** What was shown so far, oldest first. Asked again where main swept the answer away before it was fetched. */
export async function shownNotices(desk: Desk): Promise<ShownNotice[]> {
  let shown: ShownNotice[] = []
  await expect(async () => {
    shown = await desk.app.evaluate(() =>
      ((globalThis as Noted).notices ?? []).map(({ title, body, silent }) => ({ title, body, silent })),
    )
  }).toPass({ timeout: 10_000 })
  return shown
}

/** Somebody clicks the newest notification. */
export async function clickNotice(desk: Desk): Promise<void> {
  await desk.app.evaluate(() => (globalThis as Noted).notices?.at(-1)?.emit('click'))
}

/** The machine wakes up. */
export async function wakeUp(desk: Desk): Promise<void> {
  await desk.app.evaluate(({ powerMonitor }) => void setImmediate(() => powerMonitor.emit('resume')))
}

/** The page's clock stands at a moment of the estate's day, `2026-11-21T23:56`, and goes on from there. */
export async function setEstateTime(page: Page, estateTime: string): Promise<void> {
  await setTime(page, new Date(`${estateTime}+08:00`))
}

/** A section of 今日 with its count: 超期 3. */
export function section(page: Page, name: string): Locator {
  return page.getByRole('tab', { name: new RegExp(`^${name} ?\\d*$`) })
}

export async function expectCounts(page: Page, counts: Record<string, number>): Promise<void> {
  for (const [name, count] of Object.entries(counts)) {
    await expect(section(page, name)).toHaveText(new RegExp(`^${name}\\s*${count}$`))
  }
}

/** 判定 as 有效投诉 of the complaint that is open, by a supervisor or the director. */
export async function judgeValid(page: Page): Promise<void> {
  await page.locator('button[data-main]', { hasText: '判定' }).click()
  await page.getByRole('radio', { name: '有效投诉' }).click()
  await page.getByRole('radio', { name: '轻微' }).click()
  await page.getByRole('radio', { name: '设施设备' }).click()
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('button', { name: '派工', exact: true })).toBeVisible()
}

/** Registers a complaint, judges it and promises it for `promise` (明天 0900); answers its number. */
export async function promised(page: Page, content: string, promise: string): Promise<string> {
  const number = await registerComplaint(page, content)
  await judgeValid(page)
  await page.getByRole('button', { name: '派工', exact: true }).click()
  await page.getByLabel('责任部门').fill('工程部')
  await page.getByLabel('责任人').fill('陈师傅')
  await page.getByLabel('承诺期限').fill(promise)
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('button', { name: '处理完毕', exact: true })).toBeVisible()
  return number
}
