import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bringFile, countMissing, type FilePlaces } from './bringFile'

const PHOTO = Buffer.from('bytes of a photo')
const SHA = createHash('sha256').update(PHOTO).digest('hex')
let places: FilePlaces

beforeEach(async () => {
  const root = await mkdtemp(join(tmpdir(), 'bring-'))
  const place = (name: string): string => join(root, name)
  places = {
    beside: place('stick'),
    own: place('own'),
    target: place('new'),
    identity: await generateX25519Identity(),
  }
})
afterEach(() => rm(dirname(places.own), { recursive: true, force: true }))

const besidePath = (): string => join(places.beside, 'attachments', SHA.slice(0, 2), `${SHA}.age`)
const pathIn = (store: string): string => join(store, SHA.slice(0, 2), SHA)

async function sealed(plain: Uint8Array, identity = places.identity): Promise<Buffer> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(await identityToRecipient(identity))
  return Buffer.from(await encrypter.encrypt(new Uint8Array(plain)))
}

async function put(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
}

describe('bringing the files of a backup', () => {
  it('copies the sealed file as it is', async () => {
    const bytes = await sealed(PHOTO)
    await put(besidePath(), bytes)
    expect(await bringFile(places, SHA)).toBe('there')
    expect(await readFile(pathIn(places.target))).toEqual(bytes)
    await rm(places.beside, { recursive: true })
    expect(await bringFile(places, SHA)).toBe('there')
  })

  it('copies many portions as they are, and leaves nothing else behind', async () => {
    const scan = Buffer.alloc(300_000, 'scan of a long contract')
    const sha256 = createHash('sha256').update(scan).digest('hex')
    const bytes = await sealed(scan)
    await put(join(places.beside, 'attachments', sha256.slice(0, 2), `${sha256}.age`), bytes)
    expect(await bringFile(places, sha256)).toBe('there')
    const folder = join(places.target, sha256.slice(0, 2))
    expect(await readdir(folder)).toEqual([sha256])
    expect(bytes.equals(await readFile(join(folder, sha256)))).toBe(true)
  })

  it('takes from the data in use what is not beside the backup, sealed or from before there was a seal', async () => {
    await put(pathIn(places.own), PHOTO)
    expect(await bringFile(places, SHA)).toBe('there')
    expect(await readFile(pathIn(places.target))).toEqual(PHOTO)
  })

  it('takes the sound one of two', async () => {
    await put(besidePath(), await sealed(Buffer.from('other bytes')))
    await put(pathIn(places.own), await sealed(PHOTO))
    expect(await bringFile(places, SHA)).toBe('there')
  })

  it.each([
    ['other bytes', () => sealed(Buffer.from('other bytes'))],
    ['another office’s seal', async () => sealed(PHOTO, await generateX25519Identity())],
    [
      'a changed bit',
      async () => {
        const bytes = await sealed(PHOTO)
        bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1
        return bytes
      },
    ],
  ])('never brings %s', async (_what, bytes) => {
    await put(besidePath(), await bytes())
    expect(await bringFile(places, SHA)).toBe('altered')
    expect(await readdir(dirname(pathIn(places.target)))).toEqual([])
  })

  it('says what is nowhere, before and while it restores', async () => {
    expect(await bringFile(places, SHA)).toBe('missing')
    expect(await countMissing(places.beside, places.own, [SHA])).toBe(1)
    await put(pathIn(places.own), PHOTO)
    expect(await countMissing(places.beside, places.own, [SHA])).toBe(0)
  })
})
