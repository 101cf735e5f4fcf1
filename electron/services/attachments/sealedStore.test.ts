import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { contentOf, type FileKeys, FilesLocked } from './content'
import { copyTo } from './copy'
import { type AttachmentStore, openAttachments } from './store'

const MB = 1024 * 1024
const PDF = (bytes: number) => Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(bytes)])
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

let base = ''
let folder = ''
let identity = ''
let keys: FileKeys
let locked: FileKeys
const none: FileKeys = { recipient: async () => null, identity: async () => null }
beforeAll(async () => {
  identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  keys = { recipient: async () => recipient, identity: async () => identity }
  locked = { recipient: async () => recipient, identity: async () => null }
})
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'sealed-attachments-'))
  folder = join(base, 'attachments')
})
afterEach(() => rm(base, { recursive: true }))

const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
const start = (with_: FileKeys = keys): AttachmentStore => openAttachments(folder, with_)

async function keep(store: AttachmentStore, bytes: Uint8Array): Promise<string> {
  const kept = await store.store({ bytes }, '来信.pdf', 300 * MB)
  if (!kept.ok) throw new Error(kept.refusal.key)
  expect(kept.value.size).toBe(bytes.length)
  return kept.value.sha256
}

async function plainOf(path: string, by: FileKeys = keys, from?: number, to?: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of (await contentOf(path, by)).read(from, to)) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

describe('a file kept with a vault', () => {
  it('is what the age tool opens, under the name of its plain bytes', async () => {
    const bytes = PDF(200_000)
    const sha256 = await keep(start(), bytes)
    expect(sha256).toBe(sha(bytes))
    const stored = await readFile(placeOf(sha256))
    expect(stored.toString('latin1', 0, 22)).toBe('age-encryption.org/v1\n')
    expect(stored.includes(bytes.subarray(100, 130))).toBe(false)
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    expect(Buffer.from(await decrypter.decrypt(new Uint8Array(stored)))).toEqual(bytes)
  })

  // The edges of a chunk, of 64 KB, are where reading in parts goes wrong.
  it.each([1, 65_527, 131_064])('of %i bytes and its beginning is served in any part', async (length) => {
    const bytes = PDF(length)
    const path = placeOf(await keep(start(), bytes))
    expect((await contentOf(path, keys)).size).toBe(bytes.length)
    expect(await plainOf(path)).toEqual(bytes)
    const at = fc.integer({ min: 0, max: bytes.length - 1 })
    await fc.assert(
      fc.asyncProperty(at, at, async (one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        expect((await plainOf(path, keys, from, to)).equals(bytes.subarray(from, to + 1))).toBe(true)
      }),
      { numRuns: 6 },
    )
  })

  it('is found, checked and copied as a plain one', async () => {
    const bytes = PDF(70_000)
    const sha256 = await keep(start(), bytes)
    const store = start()
    expect(await store.check(sha256)).toBe('sound')
    expect(await store.find(sha256)).toMatchObject({ size: bytes.length, type: { mime: 'application/pdf' } })
    const copy = join(base, 'copy.pdf')
    expect(await copyTo(store, sha256, copy)).toEqual({ ok: true, value: { path: copy } })
    expect(await readFile(copy)).toEqual(bytes)
  })

  it.each([
    ['a flipped bit in its header', (bytes: Buffer) => bytes.fill((bytes[60] ?? 0) ^ 1, 60, 61)],
    ['a flipped bit in its middle', (bytes: Buffer) => bytes.fill((bytes[70_000] ?? 0) ^ 1, 70_000, 70_001)],
    ['its last chunk missing', (bytes: Buffer) => bytes.subarray(0, 200 + 16 + 65_552)],
    ['nothing but its header', (bytes: Buffer) => bytes.subarray(0, 200)],
    ['another file in its place', () => PDF(50)],
  ])('is altered with %s', async (_name, spoil) => {
    const sha256 = await keep(start(), PDF(100_000))
    await writeFile(placeOf(sha256), spoil(await readFile(placeOf(sha256))))
    const store = start()
    expect(await store.check(sha256)).toBe('altered')
    expect(await copyTo(store, sha256, join(base, 'copy'))).toMatchObject({
      refusal: { key: 'attachment.altered' },
    })
    expect(await readdir(base)).toEqual(['attachments'])
  })

  it('says that it is locked where nothing opens it', async () => {
    const sha256 = await keep(start(), PDF(50))
    for (const without of [locked, none]) {
      await expect(start(without).find(sha256)).rejects.toThrow(FilesLocked)
      await expect(start(without).check(sha256)).rejects.toThrow(FilesLocked)
    }
  })

  it('leaves nothing plain behind on its way in, whether it is kept or refused', async () => {
    const words = `%PDF-1.4\n${'secret words '.repeat(9000)}`
    const bytes = Buffer.from(words)
    const source = join(base, 'source.pdf')
    await writeFile(source, bytes)
    expect(await start().store({ path: source }, 'x.pdf', 1000)).toMatchObject({
      refusal: { key: 'attachment.tooBig' },
    })
    const sha256 = await keep(start(), bytes)
    const left = await readdir(folder, { recursive: true, withFileTypes: true })
    expect(left.filter((one) => one.isFile()).map(({ name }) => name)).toEqual([sha256])
    expect((await readFile(placeOf(sha256))).includes('secret words')).toBe(false)
  })
})

describe('files from before the vault', () => {
  const before = async (count: number): Promise<{ sha256: string; bytes: Buffer }[]> => {
    const store = start(none)
    const files = Array.from({ length: count }, (_, at) => PDF(2000 + at))
    return Promise.all(files.map(async (bytes) => ({ bytes, sha256: await keep(store, bytes) })))
  }

  it('are sealed once, and read before and after', async () => {
    const files = await before(3)
    const store = start()
    const readWhilePlain = (await store.find(files[0]?.sha256 ?? ''))?.read()
    expect(await store.sealPlain()).toEqual({ sealed: 3, left: 0 })
    for (const { sha256, bytes } of files) {
      expect((await readFile(placeOf(sha256))).includes(bytes.subarray(1000, 1030))).toBe(false)
      expect(await plainOf(placeOf(sha256))).toEqual(bytes)
      expect(await store.check(sha256)).toBe('sound')
    }
    // Found while it was plain, read once it is sealed.
    const parts: Uint8Array[] = []
    for await (const part of readWhilePlain ?? []) parts.push(part)
    expect(Buffer.concat(parts)).toEqual(files[0]?.bytes)
    expect(await start().sealPlain()).toEqual({ sealed: 0, left: 0 })
  })

  it('stay as they are while there is no vault, or it is locked', async () => {
    const [file] = await before(1)
    for (const without of [none, locked]) expect((await start(without).sealPlain()).sealed).toBe(0)
    expect(await readFile(placeOf(file?.sha256 ?? ''))).toEqual(file?.bytes)
  })

  it('stay as they are where they are not what their name says', async () => {
    const [file] = await before(2)
    await writeFile(placeOf(file?.sha256 ?? ''), '%PDF-1.4\nforged')
    expect(await start().sealPlain()).toEqual({ sealed: 1, left: 1 })
    expect(await readFile(placeOf(file?.sha256 ?? ''), 'utf8')).toBe('%PDF-1.4\nforged')
    expect(await start().check(file?.sha256 ?? '')).toBe('altered')
  })

  it('go on where it was broken off, and nothing is left of the one in the middle', async () => {
    const files = await before(4)
    let asked = 0
    const breaking: FileKeys = {
      ...keys,
      // A power cut while the third is being written.
      recipient: async () => {
        asked += 1
        if (asked === 4) throw new Error('power cut')
        return keys.recipient()
      },
    }
    await expect(start(breaking).sealPlain()).rejects.toThrow('power cut')
    await writeFile(join(folder, 'incoming.1-1.tmp'), 'half of a sealed file')
    expect(await start().sealPlain()).toEqual({ sealed: 2, left: 0 })
    for (const { sha256, bytes } of files) expect(await plainOf(placeOf(sha256))).toEqual(bytes)
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('are as many as there are, none where there never was a file', async () => {
    expect(await start().sealPlain()).toEqual({ sealed: 0, left: 0 })
    await mkdir(folder, { recursive: true })
    const handle = await open(join(folder, 'notes.txt'), 'w')
    await handle.close()
    expect(await start().sealPlain()).toEqual({ sealed: 0, left: 0 })
  })
})
