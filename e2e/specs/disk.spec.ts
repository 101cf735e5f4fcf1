import type { Page } from '@playwright/test'
import { setTime } from '../fixtures/clock'
import { type Desk, expect, test } from '../fixtures/desk'
import { openOffice } from '../fixtures/offices'
import { keepPicture } from '../fixtures/look'
import { openIntake, registerComplaint, savedNumber } from '../pages/complaints'
import { DIRECTOR, goTo, setUpOffice, signIn } from '../pages/office'

const MB = 1024 * 1024

/** Has the system say that so much is free; null says again what is. */
async function setFree(desk: Desk, bytes: number | null): Promise<void> {
  await desk.app.evaluate((_electron, free) => {
    const fs = process.getBuiltinModule('node:fs/promises')
    const real = Reflect.get(globalThis, 'realStatfs') ?? fs.statfs
    Object.assign(globalThis, { realStatfs: real })
    Object.assign(fs, { statfs: free === null ? real : async () => ({ bavail: free, bsize: 1 }) })
    process.getBuiltinModule('node:module').syncBuiltinESMExports()
  }, bytes)
}

test('another program fills the disk: told well before, stopped politely, and nothing typed is lost (quality 1)', async ({
  desk,
}) => {
  const page = await desk.start()
  await setFree(desk, 700 * MB)
  await setUpOffice(page)
  await expect(page.getByText('磁盘只剩 700.0 MB。低于 200.0 MB 就会停止保存')).toBeVisible()

  await setFree(desk, 100 * MB)
  // What is free is asked for every ten seconds at the most.
  await setTime(page, Date.now() + 60_000)
  await openIntake(page)
  await page.getByLabel('投诉人', { exact: true }).fill('王建国')
  await page.getByLabel('电话', { exact: true }).fill('13912345678')
  await page.getByLabel('投诉内容').fill('磁盘满的时候登记的')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('磁盘空间快用完了，为保护数据，没有保存。请清理磁盘后重试。')).toBeVisible()
  await expect(page.getByLabel('投诉内容')).toHaveValue('磁盘满的时候登记的')
  await page.getByLabel('投诉内容').press('End')
  await page.getByLabel('投诉内容').pressSequentially('，继续写')
  await expect(page.getByLabel('草稿已存')).toBeVisible()

  await setFree(desk, null)
  await setTime(page, Date.now() + 120_000)
  await page.getByLabel('投诉内容').press('Control+s')
  expect((await savedNumber(page)).slice(-4)).toBe('0001')
})

/** Makes a counter say what it should not, as a fault would. */
async function spoilCounter(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opened = indexedDB.open('front-desk')
    await new Promise((done) => opened.addEventListener('success', done))
    const transaction = opened.result.transaction('counters', 'readwrite')
    transaction.objectStore('counters').put({ id: 'complaints|all', count: 9 })
    await new Promise((done) => transaction.addEventListener('complete', done))
    opened.result.close()
  })
}

test('the self-check says what does not agree, and mends it only when asked', async ({ desk }) => {
  const page = await openOffice(desk)
  await registerComplaint(page, '电梯每天下午异响')
  await spoilCounter(page)
  await goTo(page, '设置')
  await page.getByRole('tab', { name: '安全' }).click()
  const panel = page.getByRole('region', { name: '自检' })
  await panel.getByRole('button', { name: '全面核对' }).click()
  await expect(panel.getByText(/清单数目：投诉有一项记的是 9 条，实际 1 条/)).toBeVisible()
  await expect(page.getByText('自检发现 1 处不符。')).toBeVisible()
  await panel.getByRole('button', { name: '重新数一遍' }).click()
  await expect(panel.getByText('没有发现不符。')).toBeVisible()
  await expect(page.getByText('自检发现 1 处不符。')).toBeHidden()
})

/** Leaves nothing in the database, as Chromium does with one that it finds damaged. */
async function emptyBeneath(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opened = indexedDB.open('front-desk')
    await new Promise((done) => opened.addEventListener('success', done))
    const stores = [...opened.result.objectStoreNames]
    const transaction = opened.result.transaction(stores, 'readwrite')
    for (const name of stores) transaction.objectStore(name).clear()
    await new Promise((done) => transaction.addEventListener('complete', done))
    opened.result.close()
  })
}

test('a database that is emptied beneath the desk: said plainly, brought back from the journal', async ({
  desk,
}) => {
  const page = await openOffice(desk)
  const first = await registerComplaint(page, '电梯每天下午异响')
  await openIntake(page)
  await page.getByLabel('投诉人', { exact: true }).fill('王建国')
  await page.getByLabel('电话', { exact: true }).fill('13912345678')
  await page.getByLabel('投诉内容').fill('资料库坏了以后登记的')
  await emptyBeneath(page)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('资料库读不出来了，现在不能保存。')).toBeVisible()
  await expect(page.getByLabel('投诉内容')).toHaveValue('资料库坏了以后登记的')
  await keepPicture(page, test.info().outputPath('lost.png'))
  // Behind the lock no PIN is known any more.
  await page.keyboard.press('Control+l')
  const lock = page.getByRole('dialog', { name: '已锁定' })
  await expect(lock.getByText('资料库读不出来了，现在不能保存。')).toBeVisible()
  await keepPicture(page, test.info().outputPath('lost-locked.png'))
  await lock.getByRole('button', { name: '去恢复' }).click()
  await page.getByRole('button', { name: '从流水账恢复' }).click()
  await signIn(page, DIRECTOR)
  await expect(page.getByText('资料库读不出来了，现在不能保存。')).toBeHidden()
  expect(Number((await registerComplaint(page, '恢复以后登记的')).slice(-4))).toBe(
    Number(first.slice(-4)) + 1,
  )
})
