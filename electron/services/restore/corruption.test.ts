import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import chinese from '../../../resources/locales/zh-CN/refusal.json'
import { openRestores } from './restores'
import { jsonl, sealedBackup, sealedBytes, smallBackup, TEST_PASSWORD, type TestEntries } from './testing'

const TRIES = 1000
const SEED = 20_261_122

const random = xoroshiro128plus(SEED)
const below = (end: number): number => uniformInt(random, 0, end - 1)
const bytesOf = (length: number): Buffer => Buffer.from(Array.from({ length }, () => below(256)))

let folder: string
let sound: Buffer
let entries: TestEntries

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corruption-'))
  entries = smallBackup()
  // Several of the parts in which the encryption checks a file: what cannot be compressed makes it long enough.
  const noise = Array.from({ length: 24 }, (_, i) => ({
    id: `n${i}`,
    text: bytesOf(4500).toString('base64'),
  }))
  const at = entries.findIndex(([name]) => name === 'end.json')
  const [name, end] = entries[at] ?? ['', '{}']
  const parsed = JSON.parse(end) as { rows: Record<string, number> }
  const counted = JSON.stringify({ ...parsed, rows: { ...parsed.rows, phrases: noise.length } })
  entries.splice(at, 1, ['tables/phrases/0001.jsonl', jsonl(noise)], [name, counted])
  sound = await sealedBackup(entries)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Ways in which a stick, a cable or a person spoils a file. */
const CORRUPTIONS: Record<string, () => Buffer | Promise<Buffer>> = {
  'one bit': () => {
    const bytes = Buffer.from(sound)
    const at = below(bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8))
    return bytes
  },
  'a bit of the first bytes': () => {
    const bytes = Buffer.from(sound)
    const at = below(200)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8))
    return bytes
  },
  truncated: () => sound.subarray(0, below(sound.length)),
  'blocks swapped': () => {
    const size = 512
    const blocks = Math.floor(sound.length / size)
    const [a, b] = [below(blocks), below(blocks)]
    const bytes = Buffer.from(sound)
    sound.copy(bytes, a * size, b * size, (b + 1) * size)
    sound.copy(bytes, b * size, a * size, (a + 1) * size)
    return bytes
  },
  'parts of the encryption swapped': () => {
    const part = 64 * 1024 + 16
    const head = sound.indexOf('\n', sound.indexOf('\n---') + 1) + 1 + 16
    const bytes = Buffer.from(sound)
    sound.copy(bytes, head, head + part, head + 2 * part)
    sound.copy(bytes, head + part, head, head + part)
    return bytes
  },
  'a stretch of zeros': () => {
    const bytes = Buffer.from(sound)
    bytes.fill(0, below(bytes.length), below(bytes.length))
    return bytes
  },
  'more behind its end': () => Buffer.concat([sound, bytesOf(1 + below(5000))]),
  'a stretch twice': () => {
    const at = below(sound.length)
    return Buffer.concat([sound.subarray(0, at), sound.subarray(Math.max(0, at - 1 - below(5000)))])
  },
  foreign: () => bytesOf(below(5000)),
  'foreign under the same password': () => sealedBytes(bytesOf(below(5000))),
  'an entry left out': () => {
    const at = below(entries.length)
    return sealedBackup(entries.filter((_, i) => i !== at))
  },
}

describe(`${TRIES} corruptions of a backup (issue "How it is shown")`, () => {
  it('each is named in words, and none passes for the backup', async () => {
    const restores = openRestores({ folders: async () => [], missingOf: async () => 0 })
    const path = join(folder, 'one.fdbackup')
    const look = async () => {
      const { token } = await restores.offer(path)
      await restores.begin(token, TEST_PASSWORD, 'inspect')
      for (;;) {
        const answer = await restores.more(token)
        if (!answer.ok || answer.value.done) return answer
      }
    }
    await writeFile(path, sound)
    const whole = await look()
    expect(whole).toMatchObject({ ok: true })
    const named = new Map<string, number>()
    const ways = Object.entries(CORRUPTIONS)
    for (let i = 0; i < TRIES; i += 1) {
      const [way, corrupt] = ways[i % ways.length] ?? ['', () => sound]
      const bytes = await corrupt()
      await writeFile(path, bytes)
      const found = await look()
      const where = `seed ${SEED}, try ${i}: ${way}`
      if (found.ok) {
        // A block that was swapped with itself, or one without a byte.
        expect(bytes.equals(sound), where).toBe(true)
        continue
      }
      const { key } = found.refusal
      expect(sentenceOf(key), where).toEqual(expect.any(String))
      named.set(key, (named.get(key) ?? 0) + 1)
    }
    expect([...named.keys()].sort()).toEqual([
      'restore.damaged',
      'restore.inconsistent',
      'restore.notBackup',
      'restore.truncated',
      'restore.wrongPassword',
    ])
  }, 120_000)
})

function sentenceOf(key: string): unknown {
  const [group = '', name = ''] = key.split('.')
  return (chinese as unknown as Record<string, Record<string, unknown>>)[group]?.[name]
}
