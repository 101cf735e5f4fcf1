import { expect, type Page } from '@playwright/test'
import { designDocs } from '../../shared/sync/design'
import type { Couch } from '../fixtures/couch'
import { goTo } from './office'

/** The office's account at head office. */
export const ACCOUNT = { user: 'office-a', password: 'a long enough password' }

/** 设置 → 同步. */
export async function openSync(page: Page): Promise<void> {
  await goTo(page, '设置')
  await page.getByRole('tab', { name: '同步' }).click()
  await expect(page.getByRole('region', { name: '同步情况' })).toBeVisible()
}

/** What an admin of head office does once (docs/server.md). */
export async function prepareServer(couch: Couch, officeId: string): Promise<void> {
  couch.control.office('office-a', ACCOUNT)
  for (const doc of designDocs({ officeId })) {
    const put = await fetch(`${couch.url}/office-a/${doc._id}`, {
      method: 'PUT',
      headers: { ...couch.adminHeaders, 'content-type': 'application/json' },
      body: JSON.stringify(doc),
    })
    expect(put.status).toBe(201)
  }
}

/** Enters the server and switches sync on. */
export async function switchOn(page: Page, couch: Couch): Promise<void> {
  await openSync(page)
  await page.getByRole('textbox', { name: '服务器地址' }).fill(couch.url)
  await page.getByRole('textbox', { name: '数据库' }).fill('office-a')
  await page.getByRole('textbox', { name: '用户名' }).fill(ACCOUNT.user)
  await page.getByRole('form', { name: '总部服务器' }).getByLabel('密码').fill(ACCOUNT.password)
  await page.getByRole('button', { name: '保存并启用' }).click()
  await expect(page.getByRole('button', { name: '暂停同步' })).toBeVisible()
}

/** The small word of the title bar. */
export function syncWord(page: Page) {
  return page.getByRole('banner').getByRole('button', { name: /同步|离线|待发送/ })
}

export async function expectUpToDate(page: Page): Promise<void> {
  await expect(syncWord(page)).toHaveText(/刚刚同步|已同步/, { timeout: 60_000 })
}
