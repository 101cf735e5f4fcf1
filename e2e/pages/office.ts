import { expect, type Page } from '@playwright/test'
import type { Bridge } from '../../shared/ipc/bridge'

export const DIRECTOR = { name: '周敏', pin: '270914' }
export const SUPERVISOR = { name: '吴芳', pin: '385106', role: 'supervisor' as const }
export const CLERK = { name: '李晓', pin: '906152', role: 'clerk' as const }
export const VIEWER = { name: '郑看', pin: '519037', role: 'viewer' as const }

export interface Person {
  name: string
  pin: string
}

export const OFFICE = { estate: '翠湖花园', office: '翠湖花园管理处', prefix: '客服' }

/** 设立管理处: what the first start asks for, then the 《恢复单》. */
export async function setUpOffice(
  page: Page,
  director: Person = DIRECTOR,
  names = OFFICE,
  sheet: 'printed' | 'notPrinted' = 'printed',
): Promise<void> {
  await expect(page.getByRole('heading', { name: '设立管理处' })).toBeVisible()
  await page.getByLabel('小区', { exact: true }).fill(names.estate)
  await page.getByRole('textbox', { name: '管理处' }).fill(names.office)
  await page.getByLabel('编号前缀').fill(names.prefix)
  await page.getByLabel('主任姓名').fill(director.name)
  await page.getByLabel('PIN', { exact: true }).fill(director.pin)
  await page.getByLabel('再输一次 PIN').fill(director.pin)
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { name: '打印恢复单' })).toBeVisible()
  if (sheet === 'printed') await markSheetPrinted(page)
  await page.keyboard.press('Control+Enter')
  await expect(navigation(page)).toBeVisible()
}

/** As if the 《恢复单》 had come out of a printer: to draw it would take every test a second. */
async function markSheetPrinted(page: Page): Promise<void> {
  const marked = await page.evaluate(() =>
    (window as unknown as { desk: Bridge }).desk.invoke('vault.markPrinted', {}),
  )
  expect(marked.ok).toBe(true)
}

export function navigation(page: Page) {
  return page.getByRole('navigation', { name: '主导航' })
}

/** Opens one of the places of the navigation. */
export async function goTo(page: Page, place: '今日' | '投诉' | '突发事件' | '住户' | '设置'): Promise<void> {
  const link = navigation(page).getByRole('link', { name: place })
  await link.click()
  // Until its screens are loaded the one before stays, and would take the next key.
  await expect(link).toHaveAttribute('aria-current', 'page')
}

/** 登录 or 解锁: chooses the user and types the PIN. */
export async function signIn(page: Page, person: Person): Promise<void> {
  // Whoever comes back moves the mouse: where time has passed the screen locks at that, not at its next look at the clock.
  await page.evaluate(() => window.dispatchEvent(new Event('pointermove')))
  await page.getByRole('option', { name: new RegExp(person.name) }).click()
  await page.getByLabel('PIN', { exact: true }).fill(person.pin)
  await page.keyboard.press('Enter')
  // Under the lock everything stands as it was: only its going tells that the PIN was right.
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  await expect(navigation(page)).toBeVisible()
}

/** 切换用户 to somebody else. */
export async function switchTo(page: Page, person: Person): Promise<void> {
  await page.getByRole('button', { name: /切换用户/ }).click()
  const dialog = page.getByRole('dialog', { name: '切换用户' })
  await dialog.getByRole('option', { name: new RegExp(person.name) }).click()
  await dialog.getByLabel('PIN', { exact: true }).fill(person.pin)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: new RegExp(`切换用户.*${person.name}`) })).toBeVisible()
}

type Role = 'clerk' | 'supervisor' | 'director' | 'viewer'
const ROLE_WORDS: Record<Role, string> = {
  clerk: '接待员',
  supervisor: '客服主管',
  director: '主任',
  viewer: '查阅',
}

/** 设置 → 用户, as the director. */
export async function openUsers(page: Page): Promise<void> {
  await goTo(page, '设置')
  await page.getByRole('tab', { name: '用户' }).click()
}

/** 设置 → 用户 → 添加用户, as the director. */
export async function addUser(page: Page, user: Person & { role: Role }): Promise<void> {
  await openUsers(page)
  await page.getByRole('button', { name: '添加用户' }).click()
  const dialog = page.getByRole('dialog', { name: '添加用户' })
  await dialog.getByLabel('姓名').fill(user.name)
  await dialog.getByRole('radio', { name: ROLE_WORDS[user.role] }).click()
  await dialog.getByLabel('PIN', { exact: true }).fill(user.pin)
  await dialog.getByLabel('再输一次 PIN').fill(user.pin)
  await page.keyboard.press('Control+s')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('rowheader', { name: user.name })).toBeVisible()
}
