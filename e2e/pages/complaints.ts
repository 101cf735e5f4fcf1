import { expect, type Page } from '@playwright/test'
import { goTo } from './office'

/** Opens the empty 投诉登记 from anywhere. */
export async function openIntake(page: Page): Promise<void> {
  await goTo(page, '投诉')
  await page.keyboard.press('Control+n')
  await expect(page.getByLabel('投诉内容')).toBeVisible()
}

/** Registers a complaint by somebody who is not in the household register; answers its number. */
export async function registerComplaint(page: Page, content: string): Promise<string> {
  await openIntake(page)
  await page.getByLabel('投诉人', { exact: true }).fill('王建国')
  await page.getByLabel('电话', { exact: true }).fill('13912345678')
  await page.getByLabel('房号', { exact: true }).fill('5-2-301')
  await page.getByLabel('投诉内容').fill(content)
  await page.keyboard.press('Control+s')
  const number = await savedNumber(page)
  await expect(page.getByRole('heading', { name: number })).toBeVisible()
  return number
}

/** The number in 已保存 客服-TS-…, said once the journal has flushed. */
export async function savedNumber(page: Page): Promise<string> {
  const said = page.getByText(/已保存 客服-TS-\d{4}-[A-Z]?\d{4}/).first()
  await expect(said).toBeVisible()
  const text = await said.innerText()
  return /客服-TS-\d{4}-[A-Z]?\d{4}/.exec(text)?.[0] ?? ''
}
