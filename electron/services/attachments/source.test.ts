import { appendFile, chmod, mkdtemp, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { chunksOf, looked, SourceLost } from './source'
import { openAttachments } from './store'

const MB = 1024 * 1024
let base = ''
let path = ''
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'source-'))
  path = join(base, '账目.pdf')
  await writeFile(path, Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(MB, 7)]))
})
afterEach(() => rm(base, { recursive: true }))

/** Reads a file, and has something happen to it after the first portion. */
async function readWhile(happens: () => Promise<unknown>): Promise<number> {
  let [read, happened] = [0, false]
  for await (const portion of chunksOf({ path })) {
    if (!happened) await happens()
    happened = true
    read += portion.length
  }
  return read
}

it.each([
  ['cut short', () => truncate(path, 70_000)],
  ['written on', () => appendFile(path, 'more')],
  ['written anew at the same length', () => utimes(path, 1, 1)],
])('a file that is %s while it is read is not the file', async (_how, happens) => {
  await expect(readWhile(happens)).rejects.toThrow(SourceLost)
})

it.skipIf(process.platform === 'win32')('one that is removed while it is read is whole', async () => {
  expect(await readWhile(() => rm(path))).toBe(MB + 9)
})

it('one that goes before its first bytes is not kept, and nothing of it stays', async () => {
  const folder = join(base, 'attachments')
  const goes = openAttachments(folder, {
    // Asked between the look at the file and its first bytes.
    recipient: async () => {
      await rm(path, { force: true })
      return null
    },
    identity: async () => null,
  })
  expect(await goes.store({ path }, 'a.pdf', 2 * MB)).toMatchObject({
    refusal: { key: 'attachment.interrupted' },
  })
  expect(await readdir(folder)).toEqual([])
})

it.skipIf(process.getuid?.() === 0)('one that may not be read says so', async () => {
  await chmod(path, 0o000)
  expect(await looked({ path }, MB)).toMatchObject({ refusal: { key: 'attachment.unreadable' } })
})
