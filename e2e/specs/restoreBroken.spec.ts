import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { wireName } from '../../shared/ipc/names'
import { type Desk, expect, test } from '../fixtures/desk'
import { picture } from '../fixtures/files'
import { openOffice } from '../fixtures/offices'
import { secretsOf } from '../fixtures/vault'
import { hand, lineOf } from '../pages/attachments'
import { registerComplaint } from '../pages/complaints'
import { DIRECTOR, goTo, signIn } from '../pages/office'
import { backUpNow, beginReplacing, openBackups, showPin, tellNumbers } from '../pages/restore'

/*
 * A power cut while a restore fills the new data (quality 1): what was in use is in use again as it was, the half one is
 * named and nobody's, and the next restore clears it away.
 */

/** Has the page stand still for good once it has filled a part of the staged database; answers when it does. */
async function stopWhileRowsAreFilled(page: Page): Promise<() => Promise<unknown>> {
  let tell: () => void = () => undefined
  const stopped = new Promise<void>((done) => (tell = done))
  await page.exposeFunction('halfFilled', () => tell())
  await page.evaluate(() => {
    // oxlint-disable-next-line typescript/unbound-method -- called with its own object below
    const real = IDBDatabase.prototype.transaction
    let writing = 0
    IDBDatabase.prototype.transaction = function (...given) {
      if (this.name !== 'front-desk' && given[1] === 'readwrite') writing += 1
      if (writing === 8) {
        Reflect.get(window, 'halfFilled')()
        for (;;);
      }
      return real.apply(this, given)
    }
  })
  return () => stopped
}

/** Has main never answer when the files are to be brought: all rows are there, and the switch is not made. */
async function stopBeforeFilesAreBrought({ app, dataDir }: Desk): Promise<() => Promise<unknown>> {
  // Told by a file: main is too busy with the backup to be asked.
  const asked = join(dataDir, 'files-asked-for')
  await app.evaluate(
    ({ ipcMain }, { name, path }) => {
      const fs = process.getBuiltinModule('node:fs')
      ipcMain.removeHandler(name)
      ipcMain.handle(name, () => {
        fs.writeFileSync(path, '')
        return new Promise(() => undefined)
      })
    },
    { name: wireName('restore.attachments'), path: asked },
  )
  return () => expect.poll(() => existsSync(asked), { timeout: 30_000 }).toBe(true)
}

const moments = [
  { when: 'while rows are filled', stop: (desk: Desk) => stopWhileRowsAreFilled(desk.page) },
  { when: 'before the files are brought', stop: stopBeforeFilesAreBrought },
]

/** The databases of the profile, as the page sees them. */
const databases = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? '').sort())

for (const { when, stop } of moments) {
  test(`everything is killed ${when}: the data in use stays as it was, and a second restore works`, async ({
    desk,
  }) => {
    const page = await openOffice(desk)
    const first = await registerComplaint(page, '地下车库漏水')
    const photo = picture(64, 48, 120)
    await hand(page, 'paste', { name: '漏水.png', type: 'image/png', bytes: photo })
    await expect(lineOf(page, '漏水')).toBeVisible()
    await backUpNow(page)
    const { password } = await secretsOf(desk)
    const second = await registerComplaint(page, '备份以后登记的')
    await beginReplacing(page, password)
    const stopped = await stop(desk)
    await page.getByRole('button', { name: '替换现有资料', exact: true }).click()
    await stopped()
    await desk.kill()

    const again = await desk.start()
    await signIn(again, DIRECTOR)
    await expect(again.getByRole('dialog', { name: '纸上最大的编号' })).toHaveCount(0)
    await goTo(again, '投诉')
    await expect(again.getByRole('row', { name: new RegExp(second) })).toBeVisible()
    await again.getByRole('row', { name: new RegExp(first) }).click()
    await lineOf(again, '漏水').click()
    await expect(again.getByRole('dialog').locator('img')).toHaveJSProperty('complete', true)
    await again.keyboard.press('Escape')
    // The books go on where they were.
    const third = await registerComplaint(again, '断电以后登记的')
    expect(Number(third.slice(-4))).toBe(Number(second.slice(-4)) + 1)

    await openBackups(again)
    const others = again.getByRole('region', { name: '被替换的资料' })
    await expect(others.getByText(/开始的恢复，没有完成/)).toBeVisible()
    await expect(others.getByRole('button', { name: '切回' })).toHaveCount(0)
    const [half = ''] = await readdir(desk.ledger('datasets'))
    expect(await databases(again)).toContain(`front-desk-${half}`)

    await beginReplacing(again, password)
    await again.getByRole('button', { name: '替换现有资料', exact: true }).click()
    await signIn(again, DIRECTOR)
    await tellNumbers(again)
    await goTo(again, '投诉')
    await expect(again.getByRole('row', { name: new RegExp(first) })).toBeVisible()
    await expect(again.getByRole('row', { name: new RegExp(second) })).toHaveCount(0)
    // Of the half one nothing is left, neither database nor folder nor line.
    expect(await readdir(desk.ledger('datasets'))).not.toContain(half)
    expect(await databases(again)).not.toContain(`front-desk-${half}`)
    await openBackups(again)
    await expect(others.getByText(/起停用/)).toHaveCount(1)
    await expect(others.getByText(/没有完成/)).toHaveCount(0)
  })
}

test('what a broken restore left can be removed by the director', async ({ desk }) => {
  const page = await openOffice(desk)
  const number = await registerComplaint(page, '地下车库漏水')
  await backUpNow(page)
  const { password } = await secretsOf(desk)
  await beginReplacing(page, password)
  const stopped = await stopWhileRowsAreFilled(page)
  await page.getByRole('button', { name: '替换现有资料', exact: true }).click()
  await stopped()
  await desk.kill()

  const again = await desk.start()
  await signIn(again, DIRECTOR)
  await openBackups(again)
  const before = await databases(again)
  await again.getByRole('region', { name: '被替换的资料' }).getByRole('button', { name: '删除' }).click()
  const asked = again.getByRole('dialog', { name: '删除没有完成的恢复？' })
  await expect(asked).toContainText('没有用过')
  await showPin(again, DIRECTOR, '删除')
  await expect(again.getByText('已删除')).toBeVisible()
  expect(await readdir(desk.ledger('datasets'))).toEqual([])
  expect(await databases(again)).toHaveLength(before.length - 1)
  await goTo(again, '投诉')
  await expect(again.getByRole('row', { name: new RegExp(number) })).toBeVisible()
})
