import { expect, type Page } from '@playwright/test'
import { DIRECTOR, goTo, type Person } from './office'

/** 设置 → 备份 → 立即备份, as the director. */
export async function backUpNow(page: Page): Promise<void> {
  await openBackups(page)
  await page.getByRole('button', { name: '立即备份' }).click()
  await expect(page.getByText('备份完成')).toBeVisible()
}

/** 设置 → 备份. */
export async function openBackups(page: Page): Promise<void> {
  await goTo(page, '设置')
  await page.getByRole('tab', { name: '备份' }).click()
  await expect(page.getByRole('region', { name: '从备份恢复' })).toBeVisible()
}

/** The PIN once more, before something that concerns all data; `confirm` is on its button. */
export async function showPin(page: Page, { pin }: Person, confirm: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/的 PIN$/).fill(pin)
  await dialog.getByRole('button', { name: confirm }).click()
}

/** The newest backup that the machine found. */
export async function chooseNewest(page: Page): Promise<void> {
  await page.getByRole('list', { name: '这台电脑上找到的备份' }).getByRole('button').first().click()
}

/** Types the 备份密码 and has the backup looked into. */
export async function openWith(page: Page, password: string): Promise<void> {
  await page.getByLabel('备份密码').fill(password)
  await page.getByRole('button', { name: '打开并检查' }).click()
}

/** What is in the backup, once it was read through. */
export function contents(page: Page) {
  return page.getByRole('region', { name: '备份里的内容' })
}

/** 纸上最大的编号: answers with nothing higher, or with a number of complaints. */
export async function tellNumbers(page: Page, complaint = ''): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '纸上最大的编号' })
  await dialog.getByLabel('投诉', { exact: true }).fill(complaint)
  await dialog.getByRole('button', { name: '保存编号' }).click()
  await expect(dialog).toBeHidden()
}

/** From 设置 → 备份 to the question before the newest backup replaces the data in use; the question is open then. */
export async function beginReplacing(page: Page, password: string): Promise<void> {
  await openBackups(page)
  await page.getByRole('button', { name: '从备份恢复…' }).click()
  await showPin(page, DIRECTOR, '继续')
  await chooseNewest(page)
  await openWith(page, password)
  await page.getByRole('button', { name: '用它替换现有资料…' }).click()
}
