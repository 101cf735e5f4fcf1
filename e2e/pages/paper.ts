import { expect, type Locator, type Page } from '@playwright/test'

/** A form in 打印与签字 of the open record. */
export function paperOf(page: Page, form = '《投诉来访记录》'): Locator {
  return page.getByRole('region', { name: '打印与签字' }).getByRole('group', { name: form })
}

/** Prints what is previewed, on the default printer. */
export async function printPreviewed(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog').filter({ has: page.getByRole('region', { name: /^预览/ }) })
  await expect(dialog.getByRole('img', { name: /第 1 页/ })).toBeVisible()
  await dialog.getByRole('button', { name: '打印', exact: true }).click()
  await expect(dialog).toBeHidden()
}

/** 打印《投诉来访记录》 by Ctrl+P. */
export async function printVisit(page: Page): Promise<void> {
  await page.keyboard.press('Control+p')
  await printPreviewed(page)
}
