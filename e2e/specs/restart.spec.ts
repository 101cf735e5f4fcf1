import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { chromium, type Page } from '@playwright/test'
import type { Bridge } from '../../shared/ipc/bridge'
import { expect, test } from '../fixtures/desk'
import { openOffice } from '../fixtures/offices'
import { secretsOf } from '../fixtures/vault'
import { registerComplaint } from '../pages/complaints'
import { DIRECTOR, goTo, signIn } from '../pages/office'
import { backUpNow, beginReplacing, tellNumbers } from '../pages/restore'

/** Leaves all complaints of the database in use without their words, so that a record of them breaks. */
function breakComplaints(page: Page, database: string): Promise<void> {
  return page.evaluate(async (name) => {
    const opening = indexedDB.open(name)
    await new Promise((done) => opening.addEventListener('success', done))
    const change = opening.result.transaction('complaints', 'readwrite')
    const written = new Promise((done) => change.addEventListener('complete', done))
    const store = change.objectStore('complaints')
    const all = store.getAll()
    all.addEventListener('success', () => {
      for (const { id, number, listKeys } of all.result) store.put({ id, number, listKeys })
    })
    await written
    opening.result.close()
  }, database)
}

const databaseOf = async (page: Page): Promise<string> => {
  const info = await page.evaluate(() => (window as unknown as { desk: Bridge }).desk.invoke('app.info', {}))
  return info.ok ? info.value.database : ''
}

test('重新启动 brings the app up again, with the data that a restore put in use', async ({ desk }) => {
  const page = await openOffice(desk)
  await registerComplaint(page, '备份以前登记的')
  await backUpNow(page)
  const { password } = await secretsOf(desk)
  await beginReplacing(page, password)
  await page.getByRole('button', { name: '替换现有资料', exact: true }).click()
  await signIn(page, DIRECTOR)
  await tellNumbers(page)
  const database = await databaseOf(page)
  expect(database).toMatch(/^front-desk-./)
  await breakComplaints(page, database)
  await goTo(page, '投诉')
  await page.getByRole('row', { name: /读不出来/ }).click()
  await expect(page.getByRole('heading', { name: '这个页面出了问题' })).toBeVisible()

  // The next process is nobody's child here: it is reached through a door of its own.
  const door = desk.profile('DevToolsActivePort')
  await rm(door, { force: true })
  await desk.app.evaluate(({ app }) => {
    const relaunch = app.relaunch.bind(app)
    app.relaunch = () => relaunch({ args: [...process.argv.slice(1), '--remote-debugging-port=0'] })
  })
  const ended = new Promise((done) => desk.app.process().once('exit', done))
  await page.getByRole('button', { name: '重新启动' }).click({ noWaitAfter: true })
  await ended
  await expect.poll(() => existsSync(door), { timeout: 30_000 }).toBe(true)
  const [port] = (await readFile(door, 'utf8')).split('\n')
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const session = await browser.newBrowserCDPSession()
  try {
    const [context] = browser.contexts()
    const again = context?.pages()[0] ?? (await context?.waitForEvent('page'))
    if (!again) throw new Error('no window came up again')
    await signIn(again, DIRECTOR)
    expect(await databaseOf(again)).toBe(database)
  } finally {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    for (const { type, id } of processInfo) if (type === 'browser') process.kill(id, 'SIGKILL')
    await browser.close().catch(() => undefined)
  }
})
