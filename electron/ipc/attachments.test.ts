import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openAttachments } from '../services/attachments/store'
import { attachmentsHandlers } from './attachments'
import type { Ports } from './ports'

const MB = 1024 * 1024
const PDF = Buffer.from('%PDF-1.4\nletter')
const caller = { window: {} as BrowserWindow }

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attachments-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** The handlers on a disk with so much room, and a user who chooses these files and saves copies there. */
function handlers({ free = 1000 * MB, chosen = [] as string[], copy = null as string | null } = {}) {
  const asked: unknown[] = []
  const closings: (() => void)[] = []
  const ports: Pick<
    Ports,
    'attachments' | 'freeBytes' | 'askWhich' | 'askWhere' | 'documentsFolder' | 'whenGone'
  > = {
    attachments: openAttachments(join(folder, 'attachments')),
    freeBytes: async () => free,
    askWhich: async (_window, wanted) => {
      asked.push(wanted)
      return chosen
    },
    askWhere: async (_window, { defaultPath }) => {
      asked.push(defaultPath)
      return copy
    },
    documentsFolder: () => folder,
    whenGone: (_window, then) => {
      closings.push(then)
      return () => void closings.splice(closings.indexOf(then), 1)
    },
  }
  return { ...attachmentsHandlers(ports as Ports), asked, closings }
}

it('answers each chosen file for itself', async () => {
  const chosen = ['来信.pdf', '程序.jpg', '没有了.png'].map((name) => join(folder, name))
  await writeFile(chosen[0] ?? '', PDF)
  await writeFile(chosen[1] ?? '', 'MZ')
  const { 'attachments.choose': choose, asked } = handlers({ chosen })
  const answer = await choose.handle({ maxBytes: MB, several: true, handOverPictures: false }, caller)
  expect(answer).toMatchObject({
    value: {
      stored: [{ name: '来信.pdf', kind: 'pdf', size: PDF.length }],
      refused: [
        { name: '程序.jpg', refusal: { key: 'attachment.typeNotAllowed' } },
        { name: '没有了.png', refusal: { key: 'attachment.fileGone' } },
      ],
    },
  })
  expect(asked).toEqual([{ several: true, endings: expect.arrayContaining(['jpg', 'pdf', 'm4a']) }])
})

it('keeps nothing where the disk is nearly full', async () => {
  const path = join(folder, '来信.pdf')
  await writeFile(path, PDF)
  const { 'attachments.choose': choose, 'attachments.store': store } = handlers({
    free: 200 * MB,
    chosen: [path],
  })
  const refusal = { key: 'system.diskFull' }
  expect(await store.handle({ name: 'a', bytes: PDF, maxBytes: MB }, caller)).toMatchObject({ refusal })
  const { 'attachments.choose': full } = handlers({ free: 200 * MB - 1, chosen: [path] })
  expect(await full.handle({ maxBytes: MB, several: true, handOverPictures: false }, caller)).toMatchObject({
    value: { stored: [], refused: [{ name: '来信.pdf', refusal }] },
  })
  expect(await choose.handle({ maxBytes: MB, several: true, handOverPictures: false }, caller)).toMatchObject(
    {
      value: { refused: [] },
    },
  )
})

it('checks and copies what was kept, by its SHA-256 only', async () => {
  const copy = join(folder, '副本.pdf')
  const all = handlers({ copy })
  const kept = await all['attachments.store'].handle({ name: '../信', bytes: PDF, maxBytes: MB }, caller)
  const sha256 = kept.ok ? kept.value.sha256 : ''
  const check = await all['attachments.check'].handle(
    { sha256: ['0'.repeat(64), sha256], thorough: false },
    caller,
  )
  expect(check).toEqual({ ok: true, value: { states: ['missing', 'sound'] } })
  const saved = await all['attachments.saveCopy'].handle({ sha256, suggestedName: '../信.pdf' }, caller)
  expect(saved).toEqual({ ok: true, value: { path: copy } })
  expect(all.asked).toEqual([join(folder, '_信.pdf')])
  expect(await readFile(copy)).toEqual(PDF)
  const { 'attachments.saveCopy': givenUp } = handlers()
  expect(await givenUp.handle({ sha256, suggestedName: 'x' }, caller)).toEqual({
    ok: true,
    value: { path: null },
  })
})

it('hands pictures over unkept where they are to be scaled, and says where they belong', async () => {
  const chosen = ['信.pdf', '照片.png', '又一封.pdf'].map((name) => join(folder, name))
  const png = Buffer.from('\x89PNG\r\n\x1a\npixels', 'latin1')
  await Promise.all(
    [PDF, png, Buffer.concat([PDF, PDF])].map((bytes, at) => writeFile(chosen[at] ?? '', bytes)),
  )
  const all = handlers({ chosen })
  const answer = await all['attachments.choose'].handle(
    { maxBytes: MB, several: true, handOverPictures: true },
    caller,
  )
  expect(answer).toMatchObject({
    value: {
      stored: [{ name: '信.pdf' }, { name: '又一封.pdf' }],
      refused: [],
      pictures: [{ name: '照片.png', after: 1 }],
    },
  })
  const token = answer.ok ? (answer.value.pictures[0]?.token ?? '') : ''
  const taken = await all['attachments.takeChosen'].handle({ token }, caller)
  expect(taken.ok && Buffer.from(taken.value.bytes).equals(png)).toBe(true)
})

describe('a dropped file', () => {
  it('is kept from where it lies, and stays there', async () => {
    const path = join(folder, '来信.pdf')
    await writeFile(path, PDF)
    const drop = handlers()['attachments.storeDropped']
    expect(await drop.handle({ path, maxBytes: MB }, caller)).toMatchObject({
      value: { name: '来信.pdf', size: PDF.length },
    })
    expect(await readFile(path)).toEqual(PDF)
    const full = handlers({ free: 100 * MB })['attachments.storeDropped']
    expect(await full.handle({ path, maxBytes: MB }, caller)).toMatchObject({
      refusal: { key: 'system.diskFull' },
    })
    expect(await drop.handle({ path, maxBytes: 5 }, caller)).toMatchObject({
      refusal: { key: 'attachment.tooBig' },
    })
  })

  it.each([
    ['of no whole path', () => '来信.pdf'],
    ['with a way back in it', () => `${folder}/x/../来信.pdf`],
    ['with an end in its middle', () => join(folder, '来信.pdf\0.png')],
    ['that is a folder', () => folder],
    ['that is no file of a disk', () => '/dev/zero'],
    ['that is not there', () => join(folder, '没有.pdf')],
    ['on another machine by address', () => 'file:///etc/passwd'],
  ])('%s is none', async (_what, path) => {
    await writeFile(join(folder, '来信.pdf'), PDF)
    const drop = handlers()['attachments.storeDropped']
    expect(await drop.handle({ path: path(), maxBytes: MB }, caller)).toMatchObject({
      refusal: { key: 'attachment.fileGone' },
    })
  })

  it('is none where it is something else than a picture, PDF or audio', async () => {
    const drop = handlers()['attachments.storeDropped']
    const path = join(folder, '照片.png')
    await writeFile(path, 'root:x:0:0:root:/root:/bin/sh')
    expect(await drop.handle({ path, maxBytes: MB }, caller)).toMatchObject({
      refusal: { key: 'attachment.typeNotAllowed' },
    })
  })
})

describe('a file in portions', () => {
  const announced = { name: '信.pdf', size: PDF.length, maxBytes: MB }
  const left = async () =>
    (await readdir(join(folder, 'attachments'))).filter((name) => name.startsWith('in'))

  it('is kept, and its window is no longer watched', async () => {
    const all = handlers()
    const begun = await all['attachments.begin'].handle(announced, caller)
    const token = begun.ok ? begun.value.token : ''
    expect(all.closings).toHaveLength(1)
    await all['attachments.append'].handle({ token, bytes: PDF }, caller)
    expect(await all['attachments.finish'].handle({ token }, caller)).toMatchObject({
      value: { size: PDF.length },
    })
    expect(all.closings).toEqual([])
  })

  it('is given up when its window goes, and by the page', async () => {
    const all = handlers()
    for (const end of ['window', 'page'] as const) {
      const begun = await all['attachments.begin'].handle(announced, caller)
      const token = begun.ok ? begun.value.token : ''
      await all['attachments.append'].handle({ token, bytes: PDF.subarray(0, 10) }, caller)
      if (end === 'window') all.closings[0]?.()
      else await all['attachments.giveUp'].handle({ token }, caller)
      expect(await all['attachments.finish'].handle({ token }, caller)).toMatchObject({
        refusal: { key: 'attachment.interrupted' },
      })
      await expect.poll(left).toEqual([])
      expect(all.closings).toEqual([])
    }
  })

  it('is not begun where the disk has no room for it', async () => {
    const all = handlers({ free: 200 * MB + PDF.length - 1 })
    expect(await all['attachments.begin'].handle(announced, caller)).toMatchObject({
      refusal: { key: 'system.diskFull' },
    })
  })
})
