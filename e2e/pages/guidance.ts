import { expect, type Page } from '@playwright/test'
import { goTo } from './office'

/** 处理指引 beside a form or a record. */
export function guidancePanel(page: Page) {
  return page.getByRole('region', { name: '处理指引', exact: true })
}

/** The matter that is open in the panel. */
export function openMatter(page: Page) {
  return guidancePanel(page).getByRole('article')
}

/** The screen with all matters, by way of 设置. */
export async function openGuidance(page: Page): Promise<void> {
  await goTo(page, '设置')
  await page.getByRole('button', { name: '处理指引' }).click()
  await expect(page.getByRole('grid', { name: '指引列表' })).toBeVisible()
}

/** One matter of the list, found by its words. */
export async function showMatter(page: Page, words: string, title: string): Promise<void> {
  await page.getByRole('searchbox', { name: '查找指引' }).fill(words)
  await page.getByRole('row', { name: new RegExp(title) }).click()
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
}
