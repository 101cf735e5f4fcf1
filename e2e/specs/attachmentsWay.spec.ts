import { createHash, randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { PORTION_BYTES } from '../../shared/domain/register/attachment'
import { type Desk, expect, test } from '../fixtures/desk'
import { keptAt, picture, writeInbox } from '../fixtures/files'
import { openOffice } from '../fixtures/offices'
import { keptFile, openedFile } from '../fixtures/vault'
import { attachments, dropFiles, handMade, lineOf } from '../pages/attachments'
import { registerComplaint } from '../pages/complaints'
import { DIRECTOR, goTo, signIn } from '../pages/office'

const MB = 1024 * 1024
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A long PDF by its beginning, of bytes that nothing packs. */
function long(megabytes: number): Buffer {
  return Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(megabytes * MB)])
}

/** By a path of plain letters: a machine without a locale cannot hand another to Chromium. */
const drop = async (desk: Desk, page: Page, name: string, bytes: Buffer) =>
  dropFiles(page, await writeInbox(join(desk.dataDir, 'inbox'), { [name]: bytes }))

type Weighed = Record<string, { calls: number; largest: number }>

/** Counts from now on what of 附件 reaches main: how often, and the most bytes in one message. */
async function weigh(desk: Desk): Promise<() => Promise<Weighed>> {
  await desk.app.evaluate(({ ipcMain }) => {
    const seen: Weighed = {}
    Reflect.set(globalThis, 'weighed', seen)
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, (...given: unknown[]) => unknown>
    for (const [name, handle] of handlers) {
      if (!name.startsWith('desk:attachments.')) continue
      handlers.set(name, (event, input) => {
        const { bytes } = input as { bytes?: Uint8Array }
        const { calls, largest } = seen[name] ?? { calls: 0, largest: 0 }
        seen[name] = { calls: calls + 1, largest: Math.max(largest, bytes?.length ?? 0) }
        return handle(event, input)
      })
    }
  })
  return () => desk.app.evaluate(() => Reflect.get(globalThis, 'weighed') as Weighed)
}

/** Something befalls the file that is being written, after its first portion: the disk is full, or it never answers. */
async function spoilWriting(
  desk: Desk,
  how: 'full' | 'hangs' | 'sourceCut' | null,
  source = '',
): Promise<void> {
  await desk.app.evaluate(
    async (_electron, [way, path]) => {
      const fs = process.getBuiltinModule('node:fs/promises')
      const handle = await fs.open(process.execPath, 'r')
      const files = Object.getPrototypeOf(handle) as { writeFile: (bytes: unknown) => Promise<void> }
      await handle.close()
      const real = (Reflect.get(globalThis, 'realWriteFile') ?? files.writeFile) as typeof files.writeFile
      Object.assign(globalThis, { realWriteFile: real })
      let portions = 0
      const spoilt = async function (this: unknown, bytes: unknown): Promise<void> {
        // Of 附件 only: lines of the journal are texts, and a seal's header is short.
        if (!(bytes instanceof Uint8Array) || bytes.length < 60_000 || (portions += 1) < 3)
          return real.call(this, bytes)
        if (way === 'full') throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' })
        // Held on to: a promise that nobody can settle any more would be answered as an error.
        if (way === 'hangs') return new Promise((done) => Object.assign(globalThis, { held: done }))
        await fs.truncate(path, 200_000)
        return real.call(this, bytes)
      }
      files.writeFile = way === null ? real : spoilt
    },
    [how, source] as const,
  )
}

test('long files get in without being held: by their path, or in portions (domain 10)', async ({ desk }) => {
  test.slow()
  const page = await openOffice(desk)
  await goTo(page, '设置')
  await page.getByRole('tab', { name: '期限与数值' }).click()
  await page.getByLabel('附件每个最大').fill('100')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存').first()).toBeVisible()
  await registerComplaint(page, '物业费账目')
  const weighed = await weigh(desk)

  await test.step('a dropped file is read from where it lies', async () => {
    const dropped = long(60)
    await drop(desk, page, 'accounts.pdf', dropped)
    await expect(lineOf(page, 'accounts.pdf')).toBeVisible({ timeout: 60_000 })
    expect(sha256(await keptFile(desk, dropped))).toBe(sha256(dropped))
    const seen = await weighed()
    expect(seen['desk:attachments.storeDropped']).toEqual({ calls: 1, largest: 0 })
    expect(Object.keys(seen).filter((name) => /store$|begin|append/.test(name))).toEqual([])
  })

  await test.step('one that was made in memory comes in portions', async () => {
    const size = 60 * MB + 5
    const digest = await handMade(page, '合成.pdf', size)
    await expect(lineOf(page, '合成.pdf')).toBeVisible({ timeout: 60_000 })
    expect(sha256(await openedFile(desk, digest))).toBe(digest)
    const seen = await weighed()
    expect(seen['desk:attachments.append']).toEqual({ calls: Math.ceil(size / MB), largest: PORTION_BYTES })
    expect(seen['desk:attachments.finish']).toEqual({ calls: 1, largest: 0 })
    expect(seen).not.toHaveProperty('desk:attachments.store')
  })
})

test('what goes wrong on the way is said, and nothing half stays (domain 10)', async ({ desk }) => {
  const page = await openOffice(desk)
  await registerComplaint(page, '物业费账目')
  const number = (await page.getByRole('heading', { level: 1 }).innerText()).match(/\S*-\d{4}-\d+/)?.[0] ?? ''
  const said = attachments(page).getByRole('alert')
  const files = async () => (await readdir(desk.ledger('attachments'), { recursive: true })).sort()

  await test.step('the disk is full in the middle', async () => {
    await spoilWriting(desk, 'full')
    await drop(desk, page, 'accounts.pdf', long(3))
    await expect(said).toContainText('磁盘已满，没有保存')
    await handMade(page, '合成.pdf', 3 * MB)
    await expect(said.getByText('合成.pdf')).toBeVisible()
    await expect(said).toContainText('磁盘已满，没有保存')
    expect(await files()).toEqual([])
  })

  await test.step('the file is cut short while it is read', async () => {
    await spoilWriting(desk, 'sourceCut', join(desk.dataDir, 'inbox', 'details.pdf'))
    await drop(desk, page, 'details.pdf', long(3))
    await expect(said).toContainText('文件没有读完整')
    expect(await files()).toEqual([])
  })

  await test.step('the window is closed in the middle: said when the record is seen again', async () => {
    await spoilWriting(desk, 'hangs')
    await drop(desk, page, 'accounts.pdf', long(3))
    await expect(attachments(page).getByText('正在存放…')).toBeVisible()
    await expect.poll(files).toHaveLength(1)
    const place = new URL(page.url()).hash
    await desk.close()
    const again = await desk.start()
    await signIn(again, DIRECTOR)
    await goTo(again, '投诉')
    await again.getByRole('row', { name: new RegExp(number) }).click()
    await expect(again).toHaveURL(new RegExp(`${place}$`))
    await expect(attachments(again).getByRole('alert')).toContainText('文件没有读完整')
    await drop(desk, again, 'photo.png', picture(40, 40, 90))
    await expect(lineOf(again, 'photo.png')).toBeVisible()
    await expect(attachments(again).getByRole('alert')).toBeHidden()
    const [folder, name] = keptAt(picture(40, 40, 90))
    expect(await files()).toEqual([folder, join(folder, name)])
  })
})
