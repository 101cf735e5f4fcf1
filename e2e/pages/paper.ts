import { expect, type Locator, type Page } from '@playwright/test'

export const VISIT = '《投诉来访记录》'

/** A form in 打印与签字 of the open record. */
export function paperOf(page: Page, form = VISIT): Locator {
  return page.getByRole('region', { name: '打印与签字' }).getByRole('group', { name: form })
}

/** Prints the form that is previewed, on the default printer. */
export async function printPreviewed(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: /^打印/ })
  await expect(dialog.getByRole('img', { name: /第 1 页/ })).toBeVisible()
  await dialog.getByRole('button', { name: '打印', exact: true }).click()
  await expect(dialog).toBeHidden()
}

/** 打印《投诉来访记录》 by Ctrl+P. */
export async function printVisit(page: Page): Promise<void> {
  await page.keyboard.press('Control+p')
  await printPreviewed(page)
}
