import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeArchive } from './archive'
import { checkArchive, readArchive } from './readArchive'
import { opening, sealing } from './seal'

const PASSWORD = 'ABCD-EFGH-JKMN-PQRS-TWXY-2345'

async function* of(...portions: Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const portion of portions) yield portion
}

async function made(entries: Record<string, string>): Promise<{ bytes: Buffer; tarSha256: string }> {
  const portions: Uint8Array[] = []
  const writer = writeArchive(PASSWORD, async (portion) => void portions.push(portion))
  for (const [name, content] of Object.entries(entries)) await writer.add(name, content)
  const { tarSha256 } = await writer.finish()
  return { bytes: Buffer.concat(portions), tarSha256 }
}

async function readAll(bytes: Uint8Array, password = PASSWORD): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for await (const { name, content } of readArchive(of(bytes), password)) {
    const parts: Uint8Array[] = []
    for await (const part of content) parts.push(part)
    found[name] = Buffer.concat(parts).toString()
  }
  return found
}

describe('an archive', () => {
  const entries = {
    'manifest.json': '{"a":1}',
    'tables/units/0001.jsonl': '{"名":"五栋"}\n'.repeat(5000),
    'end.json': '',
  }

  it('comes back as it was written, and reads back to the same digest', async () => {
    const { bytes, tarSha256 } = await made(entries)
    expect(bytes.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n/)
    expect(bytes.includes('units')).toBe(false)
    expect(await readAll(bytes)).toEqual(entries)
    expect(await checkArchive(of(bytes), PASSWORD)).toEqual({ tarSha256, entries: 3 })
  })

  it('skips what nobody reads of an entry', async () => {
    const { bytes } = await made(entries)
    const names: string[] = []
    for await (const { name } of readArchive(of(bytes), PASSWORD)) names.push(name)
    expect(names).toEqual(Object.keys(entries))
  })

  it('throws for another password, a changed bit and a missing end', async () => {
    const { bytes } = await made(entries)
    await expect(checkArchive(of(bytes), 'another')).rejects.toThrow(/no identity matched/)
    const bent = Buffer.from(bytes)
    bent[bent.length - 40] = (bent[bent.length - 40] ?? 0) ^ 1
    await expect(checkArchive(of(bent), PASSWORD)).rejects.toThrow()
    await expect(checkArchive(of(bytes.subarray(0, -1)), PASSWORD)).rejects.toThrow()
    await expect(checkArchive(of(bytes.subarray(0, 10)), PASSWORD)).rejects.toThrow()
  })

  it('says what the taker threw, while adding or at the end, and takes no more', async () => {
    let taken = 0
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' })
    const writer = writeArchive(PASSWORD, async () => {
      taken += 1
      if (taken > 2) throw full
    })
    // What cannot be compressed, so that it reaches the taker soon.
    const noise = Buffer.from(Array.from({ length: 400_000 }, (_, i) => (i * 2654435761) >>> 13))
    const adding = async () => {
      for (let i = 0; i < 50; i += 1) await writer.add(`tables/a/${i}`, noise)
      await writer.finish()
    }
    await expect(adding()).rejects.toBe(full)
    expect(taken).toBe(3)
    await expect(writer.add('more', 'x')).rejects.toBe(full)
  })

  it('can be given up at any moment', async () => {
    const writer = writeArchive(PASSWORD, async () => undefined)
    await writer.add('manifest.json', '{}')
    await writer.abandon()
    await expect(writer.add('end.json', '{}')).rejects.toThrow('abandoned')
  })

  it('waits for a slow taker instead of filling the memory', async () => {
    let inside = 0
    let most = 0
    const writer = writeArchive(PASSWORD, async (portion) => {
      inside -= portion.length
      await new Promise((resolve) => setImmediate(resolve))
    })
    const { randomBytes } = await import('node:crypto')
    for (let i = 0; i < 48; i += 1) {
      const noise = randomBytes(1_000_000)
      inside += noise.length
      most = Math.max(most, inside)
      await writer.add(`tables/a/${i}`, noise)
    }
    await writer.finish()
    expect(most).toBeLessThan(4_000_000)
  })
})

describe('a sealed file', () => {
  it('opens with the identity of its recipient only', async () => {
    const { generateX25519Identity, identityToRecipient } = await import('age-encryption')
    const identity = await generateX25519Identity()
    const recipient = await identityToRecipient(identity)
    const parts: Uint8Array[] = []
    for await (const part of sealing(of(Buffer.from('照片')), { recipient })) parts.push(part)
    const open = async (key: string) => {
      const plain: Uint8Array[] = []
      for await (const part of opening(of(...parts), { identity: key })) plain.push(part)
      return Buffer.concat(plain).toString()
    }
    expect(await open(identity)).toBe('照片')
    await expect(open(await generateX25519Identity())).rejects.toThrow(/no identity matched/)
  })
})

const hasAge = spawnSync('age', ['--version']).status === 0

describe.skipIf(!hasAge)('the age tool of the system', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'backup-age-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  // A password is asked for at a terminal only: `script` gives the tool one.
  it.skipIf(spawnSync('script', ['--version']).status !== 0)('opens an archive by its password', async () => {
    const { bytes } = await made({ 'manifest.json': '{"a":1}' })
    await writeFile(join(folder, 'one.fdbackup'), bytes)
    const run = spawnSync(
      'script',
      ['-qec', 'age -d -o one.tgz one.fdbackup && tar xzf one.tgz', '/dev/null'],
      {
        cwd: folder,
        input: `${PASSWORD}\n`,
      },
    )
    expect(run.status).toBe(0)
    const { readFile } = await import('node:fs/promises')
    expect(await readFile(join(folder, 'manifest.json'), 'utf8')).toBe('{"a":1}')
  })
})
