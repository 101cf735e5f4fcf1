import { expect, type Locator, type Page } from '@playwright/test'

/**
 * Locks a month as its signatures do, without the review before them, which has a spec of its own: writes behind the
 * app's back, so that the page is to be loaded again.
 */
export async function lockMonth(page: Page, month: string): Promise<void> {
  await page.evaluate(async (id) => {
    const known = (await indexedDB.databases()).find(({ name }) => name?.startsWith('front-desk'))
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(known?.name ?? '')
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error))
    })
    const store = opened.transaction('monthReviews', 'readwrite').objectStore('monthReviews')
    await new Promise<void>((resolve, reject) => {
      const request = store.put({ id, number: id, state: 'approved', listKeys: [] })
      request.addEventListener('success', () => resolve())
      request.addEventListener('error', () => reject(request.error))
    })
    opened.close()
  }, month)
}

/** The form of a 更正单 that is being written. */
export function correctionForm(page: Page): Locator {
  return page.getByRole('form', { name: '更正单', exact: true })
}

const NUMBER = /\S{1,8}-BG-\d{4}-[A-Z]?\d{4}/

/** Saves the 更正单 and waits for its record; answers its number. */
export async function saveCorrection(page: Page): Promise<string> {
  await page.keyboard.press('Control+s')
  const heading = page.getByRole('heading', { level: 1, name: NUMBER })
  await expect(heading).toBeVisible()
  return NUMBER.exec(await heading.innerText())?.[0] ?? ''
}
