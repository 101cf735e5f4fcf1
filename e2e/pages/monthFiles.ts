import { expect, type Locator, type Page } from '@playwright/test'
import { navigation } from './office'

/** 月末审核 → 月报与导出 of the month that is to be looked at now. */
export async function goToFiles(page: Page): Promise<void> {
  await navigation(page).getByRole('link', { name: '月末审核' }).click()
  await page.getByRole('tab', { name: '月报与导出', exact: true }).click()
  await expect(page.getByRole('tabpanel', { name: '月报与导出' })).toBeVisible()
}

/** A part of it: 导出 .xlsx, 上报包, 以前的导出. */
export function filesPart(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title, exact: true })
}

/** What would leave, after 预览. */
export function packagePreview(page: Page): Locator {
  return page.getByRole('region', { name: '将离开管理处的全部内容' })
}

/** What was handed out before, the newest first. */
export function handedOut(page: Page): Locator {
  return page.getByRole('table', { name: '以前的导出' }).locator('tbody').getByRole('row')
}
