import { expect, type Locator, type Page } from '@playwright/test'
import { goTo } from './office'

const NUMBER = /\S{1,8}-SG-\d{4}-[A-Z]?\d{4}/

/** Waits until an incident is open and 已保存 was said of it; answers its number. */
export async function savedIncident(page: Page): Promise<string> {
  const heading = page.getByRole('heading', { name: NUMBER })
  await expect(heading).toBeVisible()
  const number = NUMBER.exec(await heading.innerText())?.[0] ?? ''
  await expect(page.getByText(`已保存 ${number}`).first()).toBeVisible()
  return number
}

/** Opens the quick intake from anywhere. */
export async function openIncidentIntake(page: Page): Promise<void> {
  await goTo(page, '突发事件')
  await page.keyboard.press('Control+n')
  await expect(page.getByRole('form', { name: '突发事件登记' })).toBeVisible()
}

/** Type, place and go; answers the number. */
export async function startIncident(page: Page, kind: string, place: string): Promise<string> {
  await openIncidentIntake(page)
  await page.getByRole('radio', { name: kind, exact: true }).click()
  await page.getByLabel('地点').fill(place)
  await page.keyboard.press('Control+s')
  return savedIncident(page)
}

/** The part of the record with a title. */
export function part(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title, exact: true })
}

/** The line of the 处置时间线. */
export function stampLine(page: Page): Locator {
  return page.getByLabel('记一笔')
}

/** 写报告, as far as submission asks for it. */
export async function writeReport(page: Page, severity: string): Promise<void> {
  await page.keyboard.press('F2')
  const form = page.getByRole('form', { name: '写报告表单' })
  await form.getByRole('radio', { name: severity, exact: true }).click()
  await form.getByLabel('起因').fill('立管接头老化')
  await form.getByLabel('经过').fill('接报后到场关阀，通知上下层住户，协助搬离物品。')
  await form.getByLabel('处理办法').fill('更换接头，清理积水')
  await form.getByLabel('处理结果').fill('当晚恢复供水')
  await form.getByLabel('防止再发生的建议').fill('每季度检查一次管井接头')
  await page.keyboard.press('Control+s')
  await expect(form).toHaveCount(0)
}

/** Opens a record by its number through the search of the top bar. */
export async function openByNumber(page: Page, number: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: '搜索' })
  await dialog.getByRole('combobox').fill(number)
  await dialog.getByRole('option', { name: new RegExp(number) }).click()
  await expect(page.getByRole('heading', { name: number })).toBeVisible()
}
