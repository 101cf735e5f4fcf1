import { expect, type Page } from '@playwright/test'
import { goTo } from './office'

/** 设置 → 安全, as the director. */
export async function openSecurity(page: Page): Promise<void> {
  await goTo(page, '设置')
  await page.getByRole('tab', { name: '安全' }).click()
  await expect(page.getByRole('region', { name: '恢复单' })).toBeVisible()
}

/** The dialog of the print preview, once its page is drawn. */
export async function sheetPreview(page: Page) {
  const dialog = page.getByRole('dialog', { name: /恢复单/ })
  await expect(dialog.getByRole('img', { name: /第 1 页/ })).toBeVisible()
  return dialog
}

/** Fills the dialog 用恢复单重设 PIN and sends it. */
export async function recoverPin(page: Page, password: string, pin: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '用恢复单重设 PIN' })
  await dialog.getByLabel('备份密码').fill(password)
  await dialog.getByLabel('新 PIN', { exact: true }).fill(pin)
  await dialog.getByLabel('再输一次新 PIN').fill(pin)
  await page.keyboard.press('Control+s')
}
