import { readdir, readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Bridge } from '../../shared/ipc/bridge'
import { type Desk, expect, test } from '../fixtures/desk'
import { openOffice } from '../fixtures/offices'
import { registerComplaint } from '../pages/complaints'
import { DIRECTOR, signIn } from '../pages/office'

/** Whether the stored index is whole, so that the next start may believe it; `forget` throws its head away. */
function stored(page: Page, forget = false): Promise<boolean> {
  return page.evaluate(async (away) => {
    const { desk } = window as unknown as { desk: Bridge }
    const info = await desk.invoke('app.info', {})
    const opening = indexedDB.open(`${info.ok ? info.value.database : ''}-search`)
    await new Promise((done) => opening.addEventListener('success', done))
    const heads = opening.result.transaction('head', 'readwrite').objectStore('head')
    const counted = away ? heads.clear() : heads.count()
    await new Promise((done) => counted.addEventListener('success', done))
    opening.result.close()
    return Number(counted.result) > 0
  }, forget)
}

/** What each start so far read the index from, as the log tells it. */
async function readFrom(desk: Desk): Promise<string[]> {
  const names = await readdir(desk.profile('logs')).catch(() => [])
  const files = await Promise.all(names.map((name) => readFile(desk.profile('logs', name), 'utf8')))
  return [...files.join('').matchAll(/search\.ready (\w+)/g)].map(([, from = '']) => from)
}

async function find(page: Page, words: string, number: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: '搜索' })
  await dialog.getByRole('combobox').fill(words)
  await expect(dialog.getByRole('option')).toHaveCount(1)
  await expect(dialog.getByRole('option')).toContainText(number)
  await page.keyboard.press('Escape')
}

test('a start reads the index that the last one stored, and finds what came since (decision 42)', async ({
  desk,
}) => {
  const page = await openOffice(desk)
  const first = await registerComplaint(page, '水泵房异响')
  await expect.poll(() => stored(page), { timeout: 30_000 }).toBe(true)
  const second = await registerComplaint(page, '门禁失灵')
  const before = await readFrom(desk)

  const again = await desk.restart()
  await signIn(again, DIRECTOR)
  await find(again, '水泵房', first)
  await find(again, '门禁', second)
  await expect.poll(() => readFrom(desk)).toEqual([...before, 'snapshot'])

  await test.step('without it every document is read, and the same is found', async () => {
    await stored(again, true)
    const third = await desk.restart()
    await signIn(third, DIRECTOR)
    await find(third, '水泵房', first)
    await expect.poll(() => readFrom(desk)).toEqual([...before, 'snapshot', 'books'])
  })
})
