import { expect, type Page } from '@playwright/test'
import { goTo } from './office'

/** The headers of an import file, as the template has them. */
export const HEADER = '楼栋,单元,房号,用途,建筑面积,状态,入住日期,姓名,身份,电话,证件末四位,车牌号,车位'

export interface ImportFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** A .csv in UTF-8 of the given rows below the usual header. */
export function csvFile(rows: readonly string[], name = '住户.csv'): ImportFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from([HEADER, ...rows].join('\r\n')) }
}

/** 住户 → 导入, with a file chosen: ends with the preview or what is said about the file. */
export async function chooseImport(page: Page, file: ImportFile): Promise<void> {
  await goTo(page, '住户')
  await page.getByRole('button', { name: '导入' }).first().click()
  await expect(page.getByRole('heading', { name: '导入住户' })).toBeVisible()
  await page.locator('input[type=file]').setInputFiles(file)
}

/** Imports a file from beginning to end. */
export async function importFile(page: Page, file: ImportFile): Promise<void> {
  await chooseImport(page, file)
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await expect(page.getByText(/导入完成/)).toBeVisible({ timeout: 60_000 })
}

/** Searches the list and opens the first household found. */
export async function openHousehold(page: Page, words: string): Promise<void> {
  await goTo(page, '住户')
  const box = page.getByRole('searchbox', { name: '查找住户' })
  await box.fill(words)
  await expect(page.getByText(/^找到 [1-9]\d* 户/)).toBeVisible()
  await box.press('Enter')
}
