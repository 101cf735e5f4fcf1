import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { Desk } from '../fixtures/desk'
import { secretsOf } from '../fixtures/vault'
import { DIRECTOR, goTo, signIn } from './office'
import { openWith } from './restore'

/** A desk's newest backup on another machine, which goes about without a letter of its own yet. */
export async function restoredAt(other: Desk, desk: Desk): Promise<Page> {
  const root = join(desk.dataDir, 'backups')
  const [office = ''] = await readdir(root)
  const names = (await readdir(join(root, office))).filter((name) => name.endsWith('.fdbackup')).sort()
  const { password } = await secretsOf(desk)
  const page = await other.start()
  await page.getByRole('button', { name: '从备份恢复' }).click()
  await other.answerOpenDialog([join(root, office, names.at(-1) ?? '')])
  await page.getByRole('button', { name: '选择备份文件…' }).click()
  await openWith(page, password)
  await page.getByRole('button', { name: '恢复这份备份' }).click()
  await signIn(page, DIRECTOR)
  const asked = page.getByRole('dialog', { name: '纸上最大的编号' })
  await asked.getByRole('button', { name: '保存编号' }).click()
  await expect(asked).toBeHidden()
  return page
}

/** The letter that this machine's numbers bear. */
export async function bearLetter(page: Page, letter: string): Promise<void> {
  await goTo(page, '设置')
  await page.getByLabel('机器字母').fill(letter)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存').first()).toBeVisible()
}
