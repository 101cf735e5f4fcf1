import { randomBytes } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Bench, OURS_ONLY, type Place } from '../../../../e2e/fixtures/couch/testing'
import { openAttachments } from '../../attachments/store'
import { nodeFetch } from '../fetching'
import { guard, type Machine, machine, officeKeys, replyOf, sha256Of, valueOf } from './testing'

const MB = 1024 * 1024
let bench: Bench
let place: Place

beforeAll(async () => {
  bench = await Bench.open()
})
beforeEach(async () => {
  place = await bench.place()
  await guard(place, 'office-1')
})
afterAll(() => bench.close())

async function connected(change: Parameters<typeof machine>[0] = {}): Promise<Machine> {
  const made = await machine(change)
  const server = { address: bench.url, database: place.name, user: place.user, password: 'pw' }
  valueOf(await made.sync.setUp(server))
  return made
}

async function keep({ files }: Machine, bytes = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(MB)])) {
  const kept = valueOf(await files.store({ bytes }, '来信.pdf', 300 * MB))
  return { bytes, sha256: kept.sha256 }
}

const pathOf = ({ folder }: Machine, sha256: string) =>
  join(folder, 'attachments', sha256.slice(0, 2), sha256)

const left = async ({ folder }: Machine) =>
  (await readdir(join(folder, 'attachments'), { recursive: true })).filter((name) => /incoming/.test(name))

describe('a file of 附件 goes to another machine (issue "What travels")', () => {
  it('sealed as it lies on the disk, and comes back the same', async () => {
    const [one, other] = [await connected(), await connected()]
    const { bytes, sha256 } = await keep(one)
    expect(replyOf(await one.sync.sendFile('s', sha256, 'office-1')).status).toBe(201)
    const doc = await place.member('GET', `${place.db}/file:${sha256}`)
    expect(doc.json).toMatchObject({ type: 'file', office: 'office-1', sha256, bytes: bytes.length, wire: 1 })
    const there = await fetch(`${bench.url}${place.db}/file:${sha256}/content`, {
      headers: bench.adminHeaders,
    })
    const sealed = Buffer.from(await there.arrayBuffer())
    expect(sealed.equals(await readFile(pathOf(one, sha256)))).toBe(true)
    expect(sealed.includes(bytes.subarray(0, 64))).toBe(false)
    expect(valueOf(await other.sync.fetchFile('f', sha256))).toEqual({ got: 'fetched', outcome: null })
    expect(await other.files.check(sha256)).toBe('sound')
    expect((await readFile(pathOf(other, sha256))).equals(sealed)).toBe(true)
    expect(valueOf(await other.sync.fetchFile('f', sha256)).got).toBe('had')
    expect(await left(other)).toEqual([])
  })

  it('once, whoever sends it, and however many at a time', async () => {
    const [one, other] = [await connected(), await connected()]
    const { sha256, bytes } = await keep(one)
    await keep(other, bytes)
    const sent = await Promise.all([
      one.sync.sendFile('s', sha256, 'office-1'),
      other.sync.sendFile('s', sha256, 'office-1'),
    ])
    for (const result of sent) expect(replyOf(result).status).toBeLessThan(300)
    const doc = await place.member('GET', `${place.db}/file:${sha256}`)
    expect(JSON.stringify(doc.json)).toMatch(/"_rev":"2-/)
    expect(replyOf(await other.sync.sendFile('s', sha256, 'office-1')).status).toBe(200)
    expect((await place.member('GET', `${place.db}/file:${sha256}`)).json).toEqual(doc.json)
  })

  it('sealed on its way where it still lies in the open', async () => {
    const one = await connected()
    const plain = openAttachments(join(one.folder, 'attachments'))
    const { bytes, sha256 } = await keep({ ...one, files: plain })
    expect((await readFile(pathOf(one, sha256))).equals(bytes)).toBe(true)
    expect(replyOf(await one.sync.sendFile('s', sha256, 'office-1')).status).toBe(201)
    const there = await fetch(`${bench.url}${place.db}/file:${sha256}/content`, {
      headers: bench.adminHeaders,
    })
    expect(
      Buffer.from(await there.arrayBuffer())
        .subarray(0, 21)
        .toString(),
    ).toBe('age-encryption.org/v1')
    const other = await connected()
    expect(valueOf(await other.sync.fetchFile('f', sha256)).got).toBe('fetched')
  })

  it('is not brought back where it was erased by law', async () => {
    const one = await connected()
    const { sha256 } = await keep(one)
    await one.sync.sendFile('s', sha256, 'office-1')
    const path = `${place.db}/file:${sha256}`
    const { json } = await place.admin('GET', path)
    const rev = JSON.parse(JSON.stringify(json))._rev as string
    await place.admin('DELETE', `${path}?rev=${rev}`)
    const reply = replyOf(await one.sync.sendFile('s', sha256, 'office-1'))
    expect([reply.status, JSON.parse(reply.body).reason]).toEqual([404, 'deleted'])
    expect((await place.admin('GET', path)).status).toBe(404)
  })

  it('is missing where nobody has it, on either side', async () => {
    const one = await connected()
    const none = sha256Of(Buffer.from('none'))
    expect(await one.sync.sendFile('s', none, 'office-1')).toMatchObject({
      refusal: { key: 'attachment.missing' },
    })
    expect(valueOf(await one.sync.fetchFile('f', none))).toEqual({ got: 'missing', outcome: null })
    // A document whose bytes have not come yet.
    const doc = { wire: 1, office: 'office-1', dataVersion: 6, type: 'file', sha256: none, bytes: 4 }
    await place.member('PUT', `${place.db}/file:${none}`, doc)
    expect(valueOf(await one.sync.fetchFile('f', none)).got).toBe('missing')
  })

  it('is damaged where its bytes are others, in the open, or another office’s; nothing of it is kept', async () => {
    const one = await connected()
    const { sha256, bytes } = await keep(one)
    const sealed = await readFile(pathOf(one, sha256))
    const spoilt = Buffer.from(sealed)
    spoilt[spoilt.length - 100] = (spoilt.at(-100) ?? 0) ^ 1
    for (const [at, body] of [spoilt, bytes, sealed.subarray(0, 100_000), Buffer.from('x')].entries()) {
      const other = await connected()
      const own = await bench.place()
      const target = `${own.db}/file:${sha256}/content`
      await own.member('PUT', target, Buffer.from(body), { 'content-type': 'application/octet-stream' })
      await other.sync.setUp({ address: bench.url, database: own.name, user: own.user, password: 'pw' })
      expect([at, valueOf(await other.sync.fetchFile('f', sha256))]).toEqual([
        at,
        { got: 'damaged', outcome: null },
      ])
      expect(await other.files.check(sha256)).toBe('missing')
      expect(await left(other)).toEqual([])
    }
  })

  it('mends one that has been altered on the disk', async () => {
    const one = await connected()
    const { sha256 } = await keep(one)
    await one.sync.sendFile('s', sha256, 'office-1')
    await writeFile(pathOf(one, sha256), 'spoilt')
    expect(valueOf(await one.sync.fetchFile('f', sha256)).got).toBe('fetched')
    expect(await one.files.check(sha256)).toBe('sound')
  })

  it('asks for room first, and for the sheet where the vault is locked', async () => {
    const one = await connected()
    const { sha256 } = await keep(one)
    await one.sync.sendFile('s', sha256, 'office-1')
    const full = await connected({ freeBytes: async () => 199 * MB })
    expect(await full.sync.fetchFile('f', sha256)).toMatchObject({ refusal: { key: 'system.diskFull' } })
    const { recipient } = await officeKeys()
    const folder = join(full.folder, 'attachments')
    const locked = openAttachments(folder, { recipient, identity: async () => null })
    const closed = await connected({ attachments: locked })
    expect(await closed.sync.fetchFile('f', sha256)).toMatchObject({ refusal: { key: 'vault.locked' } })
    expect(await left(full)).toEqual([])
  })

  it('throws the disk’s own error, and leaves nothing', async () => {
    const one = await connected()
    const { sha256 } = await keep(one)
    await one.sync.sendFile('s', sha256, 'office-1')
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'write' })
    const other = await connected()
    const files = {
      ...other.files,
      receive: async (_name: string, portions: AsyncIterable<Uint8Array>) => {
        for await (const portion of portions) if (portion.length > 0) throw full
        return true
      },
    }
    const failing = await connected({ attachments: files })
    await expect(failing.sync.fetchFile('f', sha256)).rejects.toBe(full)
  })
})

describe.skipIf(OURS_ONLY)('a file on a bad line', () => {
  it('goes on where it was cut', async () => {
    const one = await connected()
    const { sha256 } = await keep(one)
    await one.sync.sendFile('s', sha256, 'office-1')
    const ranges: string[] = []
    const other = await connected({
      fetch: (url, fetching) => {
        ranges.push(fetching.headers['range'] ?? 'all')
        return nodeFetch(url, fetching)
      },
    })
    bench.control?.fault({ trouble: { kind: 'cut', afterBytes: 400_000 } })
    bench.control?.fault({ trouble: { kind: 'cut', afterBytes: 300_000 } })
    expect(valueOf(await other.sync.fetchFile('f', sha256)).got).toBe('fetched')
    expect(ranges).toHaveLength(3)
    expect(ranges[1]).toMatch(/^bytes=[1-9]\d+-$/)
    expect(await other.files.check(sha256)).toBe('sound')
  })

  it('is given up in the end, and can be called off', async () => {
    const one = await connected()
    const { sha256 } = await keep(one)
    bench.control?.fault({ trouble: { kind: 'refused' } })
    expect(valueOf(await one.sync.sendFile('s', sha256, 'office-1'))).toMatchObject({ kind: 'trouble' })
    expect(replyOf(await one.sync.sendFile('s', sha256, 'office-1')).status).toBe(201)
    const other = await connected()
    bench.control?.fault({ trouble: { kind: 'refused' }, times: 20 })
    expect(valueOf(await other.sync.fetchFile('f', sha256))).toMatchObject({
      got: 'missing',
      outcome: { trouble: 'busy' },
    })
    bench.control?.calm()
    const held = bench.control?.hold()
    const fetching = other.sync.fetchFile('f', sha256)
    await held?.arrived
    other.sync.cancel('f')
    expect(valueOf(await fetching)).toEqual({ got: 'missing', outcome: { kind: 'cancelled' } })
    held?.release()
    expect(await left(other)).toEqual([])
  })

  it('a lost answer to sending sends nothing twice', async () => {
    const one = await connected()
    const { sha256 } = await keep(one)
    bench.control?.fault({ trouble: { kind: 'answerLost' }, when: ({ url }) => url.includes('/content') })
    expect(valueOf(await one.sync.sendFile('s', sha256, 'office-1'))).toMatchObject({ kind: 'trouble' })
    expect(replyOf(await one.sync.sendFile('s', sha256, 'office-1')).status).toBe(200)
    const doc = await place.member('GET', `${place.db}/file:${sha256}`)
    expect(JSON.stringify(doc.json)).toMatch(/"_rev":"2-/)
  })

  it('is too large for a proxy on the way: that is what is said', async () => {
    const one = await connected()
    const { sha256 } = await keep(one)
    bench.control?.setMaxRequestBytes(100_000)
    const sent = valueOf(await one.sync.sendFile('s', sha256, 'office-1'))
    bench.control?.setMaxRequestBytes(4 * 1024 ** 3)
    expect(sent).toMatchObject({ kind: 'trouble', trouble: 'tooLarge' })
    expect(replyOf(await one.sync.sendFile('s', sha256, 'office-1')).status).toBe(201)
  })
})
