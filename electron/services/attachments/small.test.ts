import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FileKeys } from './content'
import { openAttachments } from './store'

const MB = 1024 * 1024
/** The least that Chromium and we call a JPEG: its signature, and words to be looked for. */
const small = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('a face in small')])
const large = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('a face')])
const SHA = createHash('sha256').update(large).digest('hex')
const none: FileKeys = { recipient: async () => null, identity: async () => null }

let base = ''
let folder = ''
let keys: FileKeys
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'small-'))
  folder = join(base, 'attachments')
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  keys = { recipient: async () => recipient, identity: async () => identity }
})
afterEach(() => rm(base, { recursive: true }))

async function filesIn(name: string): Promise<string[]> {
  const found = await readdir(join(base, name), { recursive: true, withFileTypes: true }).catch(() => [])
  return found.filter((one) => one.isFile()).map((one) => one.name)
}

it('keeps the small picture of a file it has, sealed, and apart from the files themselves', async () => {
  const store = openAttachments(folder, keys)
  expect(await store.keepSmall(SHA, small)).toBe(false)
  await store.store({ bytes: large }, 'a.jpg', MB)
  expect(await store.findSmall(SHA)).toBeNull()
  expect(await store.keepSmall(SHA, small)).toBe(true)
  const found = await store.findSmall(SHA)
  expect(found?.type).toMatchObject({ kind: 'image', mime: 'image/jpeg' })
  const parts: Uint8Array[] = []
  for await (const part of found?.read() ?? []) parts.push(part)
  expect(Buffer.concat(parts)).toEqual(small)
  expect(await filesIn('attachments')).toEqual([SHA])
  expect(await filesIn('attachments.small')).toEqual([SHA])
  const kept = await readFile(join(`${folder}.small`, SHA.slice(0, 2), SHA))
  expect(kept.includes('a face')).toBe(false)
})

it.each(['', '../../secret', SHA.toUpperCase()])(
  'keeps and finds nothing under the name %j',
  async (name) => {
    const store = openAttachments(folder, none)
    await store.store({ bytes: large }, 'a.jpg', MB)
    expect(await store.keepSmall(name, small)).toBe(false)
    expect(await store.findSmall(name)).toBeNull()
    expect((await readdir(base)).toSorted()).toEqual(['attachments'])
  },
)

it('keeps nothing that is no picture', async () => {
  const store = openAttachments(folder, none)
  await store.store({ bytes: large }, 'a.jpg', MB)
  expect(await store.keepSmall(SHA, Buffer.from('%PDF-1.4\nletter'))).toBe(false)
  expect(await filesIn('attachments.small')).toEqual([])
})

it('goes when its picture is erased by law, and when that is sealed', async () => {
  const open = openAttachments(folder, none)
  await open.store({ bytes: large }, 'a.jpg', MB)
  await open.keepSmall(SHA, small)
  await openAttachments(folder, keys).sealPlain()
  expect(await filesIn('attachments.small')).toEqual([])
  const store = openAttachments(folder, keys)
  await store.keepSmall(SHA, small)
  expect(await store.erase(SHA)).toBe(true)
  expect(await filesIn('attachments.small')).toEqual([])
  expect(await store.findSmall(SHA)).toBeNull()
})
