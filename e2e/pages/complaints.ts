import { expect, type Page } from '@playwright/test'
import { goTo } from './office'

/** Opens the empty 投诉登记 from anywhere. */
export async function openIntake(page: Page): Promise<void> {
  await goTo(page, '投诉')
  await page.keyboard.press('Control+n')
  await expect(page.getByLabel('投诉内容')).toBeVisible()
}

/** Registers a complaint by somebody who is not in the household register; answers its number. */
export async function registerComplaint(page: Page, content: string, name = '王建国'): Promise<string> {
  await openIntake(page)
  await page.getByLabel('投诉人', { exact: true }).fill(name)
  await page.getByLabel('电话', { exact: true }).fill('13912345678')
  await page.getByLabel('房号', { exact: true }).fill('5-2-301')
  await page.getByLabel('投诉内容').fill(content)
  await page.keyboard.press('Control+s')
  return savedNumber(page)
}

const NUMBER = /\S{1,8}-TS-\d{4}-[A-Z]?\d{4}/

/** Waits until the record is open and 已保存 was said of it, once the journal has flushed; answers its number. */
export async function savedNumber(page: Page): Promise<string> {
  const heading = page.getByRole('heading', { name: NUMBER })
  await expect(heading).toBeVisible()
  const number = NUMBER.exec(await heading.innerText())?.[0] ?? ''
  await expect(page.getByText(`已保存 ${number}`).first()).toBeVisible()
  return number
}

/** The button of a step in the record: filters of the list have the same words, and stand there sooner. */
export function stepButton(page: Page, name: string) {
  const exactly = new RegExp(`^${name}$`)
  return page.locator('button:is([data-main], [data-step])').filter({ hasText: exactly })
}
