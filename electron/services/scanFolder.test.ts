import { chmod, mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openScanFolder, READ_FOLDER, type ScanFolder } from './scanFolder'

const PDF = Buffer.from('%PDF-1.4\nscan')

let base = ''
let folder = ''
let watched: ScanFolder | null = null
let changes = 0
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'scan-folder-'))
  folder = join(base, '扫描')
  await mkdir(folder)
  changes = 0
})
afterEach(async () => {
  watched?.close()
  await rm(base, { recursive: true })
})

function watchIt(at: string | null = folder, settleMs = 40): ScanFolder {
  watched = openScanFolder({ folder: at, onChange: () => (changes += 1), pollMs: 30, settleMs })
  return watched
}
const put = (name: string, bytes: Buffer = PDF) => writeFile(join(folder, name), bytes)
const ready = async (scans: ScanFolder, names: string[]) =>
  vi.waitFor(async () => expect((await scans.state()).files).toEqual(names))

it('offers what is complete, says so, and moves it into 已读入 once it was read', async () => {
  const scans = watchIt()
  await put('a.pdf')
  await ready(scans, ['a.pdf'])
  await vi.waitFor(() => expect(changes).toBeGreaterThan(0))
  expect(await scans.take('a.pdf')).toEqual({ ok: true, value: { bytes: new Uint8Array(PDF) } })
  expect(await scans.done('a.pdf')).toEqual({ ok: true, value: {} })
  await ready(scans, [])
  // Of the same name once more: both are kept.
  await put('a.pdf')
  await ready(scans, ['a.pdf'])
  await scans.take('a.pdf')
  await scans.done('a.pdf')
  expect((await readdir(join(folder, READ_FOLDER))).toSorted()).toEqual(['a (2).pdf', 'a.pdf'])
})

it('keeps what was written while it was read, and offers that', async () => {
  const scans = watchIt()
  await put('a.pdf')
  await ready(scans, ['a.pdf'])
  expect(await scans.done('a.pdf')).toMatchObject({ refusal: { key: 'scan.notInFolder' } })
  await scans.take('a.pdf')
  await put('a.pdf', Buffer.concat([PDF, PDF]))
  await ready(scans, ['a.pdf'])
  expect(await scans.done('a.pdf')).toMatchObject({ refusal: { key: 'scan.changedMeanwhile' } })
  expect(await readdir(folder)).toEqual(['a.pdf'])
  expect(await scans.take('a.pdf')).toMatchObject({ value: { bytes: { length: 2 * PDF.length } } })
})

it('follows no link that took the place of a file', async () => {
  const scans = watchIt()
  await put('a.pdf')
  await ready(scans, ['a.pdf'])
  await writeFile(join(base, 'secret.pdf'), PDF)
  scans.close()
  await rm(join(folder, 'a.pdf'))
  await symlink(join(base, 'secret.pdf'), join(folder, 'a.pdf'))
  expect(await scans.take('a.pdf')).toMatchObject({ refusal: { key: 'scan.notInFolder' } })
})

it('waits while a file is still being written', async () => {
  const scans = watchIt(folder, 60_000)
  await put('a.pdf')
  expect((await scans.state()).files).toEqual([])
  expect(await scans.take('a.pdf')).toMatchObject({ refusal: { key: 'scan.notInFolder' } })
})

it('looks at pictures and PDF directly in the folder only', async () => {
  await put('扫描.PDF')
  await put('.hidden.pdf')
  await put('~lock.pdf')
  await put('notes.txt')
  await put('empty.pdf', Buffer.alloc(0))
  await mkdir(join(folder, 'more.pdf'))
  await writeFile(join(base, 'secret.pdf'), PDF)
  await symlink(join(base, 'secret.pdf'), join(folder, 'link.pdf'))
  const scans = watchIt()
  await ready(scans, ['扫描.PDF'])
  for (const name of ['../secret.pdf', 'link.pdf', 'more.pdf', 'notes.txt', '..', '']) {
    expect(await scans.take(name)).toMatchObject({ refusal: { key: 'scan.notInFolder' } })
    expect(await scans.done(name)).toMatchObject({ refusal: { key: 'scan.notInFolder' } })
  }
})

it('refuses by what a file is, not by its name, and once', async () => {
  const scans = watchIt()
  await put('a.jpg', Buffer.from('MZ a program'))
  await ready(scans, ['a.jpg'])
  expect(await scans.take('a.jpg')).toMatchObject({ refusal: { key: 'attachment.typeNotAllowed' } })
  await ready(scans, [])
  await put('a.jpg')
  await ready(scans, ['a.jpg'])
})

it('says of a folder that went away, and goes on when it is back', async () => {
  const scans = watchIt()
  await put('a.pdf')
  await ready(scans, ['a.pdf'])
  await rename(folder, `${folder}2`)
  expect(await scans.state()).toMatchObject({ problem: 'scan.folderMissing', files: [] })
  const before = changes
  await rename(`${folder}2`, folder)
  // Said without being asked.
  await vi.waitFor(() => expect(changes).toBeGreaterThan(before))
  await ready(scans, ['a.pdf'])
  expect((await scans.state()).problem).toBeNull()
})

it('says what cannot be moved, and does not offer it again', async () => {
  const scans = watchIt()
  await put('a.pdf')
  await ready(scans, ['a.pdf'])
  await scans.take('a.pdf')
  await writeFile(join(folder, READ_FOLDER), '')
  expect(await scans.done('a.pdf')).toMatchObject({
    refusal: { key: 'scan.notMoved', params: { name: 'a.pdf' } },
  })
  await ready(scans, [])
  expect(await readdir(folder)).toContain('a.pdf')
})

it.skipIf(process.getuid?.() === 0)('says of a folder that may not be read', async () => {
  await chmod(folder, 0)
  expect(await watchIt().state()).toMatchObject({ problem: 'scan.folderUnreadable' })
  await chmod(folder, 0o700)
})

it('watches another folder when asked, or none', async () => {
  await put('a.pdf')
  const scans = watchIt(null)
  expect(await scans.state()).toEqual({ folder: null, problem: null, files: [] })
  scans.use(folder)
  await ready(scans, ['a.pdf'])
  scans.use(null)
  expect(await scans.take('a.pdf')).toMatchObject({ refusal: { key: 'scan.notInFolder' } })
})
