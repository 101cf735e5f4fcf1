import { expect, type Page } from '@playwright/test'
import { designDocs } from '../../shared/sync/design'
import type { Couch } from '../fixtures/couch'
import { goTo } from './office'

/** The office's account at head office. */
export const ACCOUNT = { user: 'office-a', password: 'a long enough password' }
/** The office's database. */
export const DATABASE = 'office-a'

/** 设置 → 同步. */
export async function openSync(page: Page): Promise<void> {
  await goTo(page, '设置')
  await page.getByRole('tab', { name: '同步' }).click()
  await expect(page.getByRole('region', { name: '同步情况' })).toBeVisible()
}

/** What an admin of head office does once (docs/server.md); `database`: the office's own unless said. */
export async function prepareServer(couch: Couch, officeId: string, database = DATABASE): Promise<void> {
  couch.control.office(database, ACCOUNT)
  for (const doc of designDocs({ officeId })) await putDoc(couch, doc, database)
}

/** Writes a document as an admin, over the one that is there. */
export async function putDoc(couch: Couch, doc: { _id: string }, database = DATABASE): Promise<void> {
  const url = `${couch.url}/${database}/${doc._id}`
  const headers = { ...couch.adminHeaders, 'content-type': 'application/json' }
  const there = (await (await fetch(url, { headers })).json()) as { _rev?: string }
  const body = JSON.stringify(there._rev ? { ...doc, _rev: there._rev } : doc)
  const put = await fetch(url, { method: 'PUT', headers, body })
  expect(put.status).toBe(201)
}

/** Types the server into the form. */
export async function fillServer(page: Page, couch: Couch, database = DATABASE): Promise<void> {
  await page.getByRole('textbox', { name: '服务器地址' }).fill(couch.url)
  await page.getByRole('textbox', { name: '数据库' }).fill(database)
  await page.getByRole('textbox', { name: '用户名' }).fill(ACCOUNT.user)
  await page.getByRole('form', { name: '总部服务器' }).getByLabel('密码').fill(ACCOUNT.password)
}

/** Enters the server and switches sync on. */
export async function switchOn(page: Page, couch: Couch): Promise<void> {
  await openSync(page)
  await fillServer(page, couch)
  await page.getByRole('button', { name: '保存并启用' }).click()
  await expect(page.getByRole('button', { name: '暂停同步' })).toBeVisible()
}

/** The small word of the title bar. */
export function syncWord(page: Page) {
  return page.getByRole('banner').getByRole('button', { name: /同步|离线|待发送|拒收/ })
}

export async function expectUpToDate(page: Page): Promise<void> {
  await expect(syncWord(page)).toHaveText(/刚刚同步|已同步/, { timeout: 60_000 })
}

/** Id of the office, as it stands in the window's database. */
export function officeIdOf(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('front-desk')
        opening.addEventListener('error', () => reject(opening.error ?? new Error('unreadable')))
        opening.addEventListener('success', () => {
          const db = opening.result
          const asking = db.transaction('office').objectStore('office').getAllKeys()
          asking.addEventListener('success', () => {
            db.close()
            resolve(String(asking.result[0]))
          })
        })
      }),
  )
}
