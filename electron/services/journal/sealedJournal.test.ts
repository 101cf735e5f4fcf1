import { randomBytes } from 'node:crypto'
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JournalLine } from '../../../shared/ipc/channels'
import { type Journal, openJournal } from './journal'
import { formatSealedLine, openLine, parseLine } from './line'
import type { Step } from './rewrite'
import { type JournalKey, JournalLocked, journalKeyFrom } from './seal'
import { makeChain } from './testing'

const FIELD_KEY = randomBytes(32)
const OPEN: JournalKey = { kind: 'open', key: journalKeyFrom(FIELD_KEY) }
const OTHER: JournalKey = { kind: 'open', key: journalKeyFrom(randomBytes(32)) }
const NONE: JournalKey = { kind: 'none' }
const LOCKED: JournalKey = { kind: 'locked' }

let folder = ''
let now = new Date('2026-11-21T08:00:00Z')
let vault: JournalKey = OPEN
let atStep: (step: Step) => void = () => undefined
const open = (): Journal =>
  openJournal({ folder, clock: () => now, vault: async () => vault, onStep: (step) => atStep(step) })
const files = async (): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.fdj')).sort()
const texts = async (): Promise<string> => {
  const all = (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8'))
  return (await Promise.all(all)).join('')
}
const allOf = async (journal: Journal): Promise<JournalLine[]> => (await journal.read(0, 1e7)).lines
const formats = async (): Promise<string> => (await texts()).match(/^FDJ[12]/gm)?.join(' ') ?? ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sealed-journal-'))
  now = new Date('2026-11-21T08:00:00Z')
  vault = OPEN
  atStep = () => undefined
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('a sealed line (FDJ2)', () => {
  const [, line] = makeChain(2)
  const text = line ? formatSealedLine(line, OPEN.kind === 'open' ? OPEN.key : FIELD_KEY) : ''
  const parsed = parseLine(Buffer.from(text.trimEnd()))

  it('has the head of an open one, and says nothing of its body', () => {
    expect(text).toMatch(/^FDJ2 2 [0-9a-f]{64} [0-9a-f]{64} [0-9a-f]{32} [\w+/]+={0,2}\n$/)
    expect(parsed).toMatchObject({ seq: 2, prev: line?.prev, digest: line?.digest, sealed: true })
  })

  it('opens with its key, at its place in the chain, and nowhere else', () => {
    if (!parsed) throw new Error('no line')
    expect(openLine(parsed, OPEN)).toEqual(line)
    expect(openLine(parsed, OTHER)).toBeNull()
    expect(openLine({ ...parsed, seq: 3 }, OPEN)).toBeNull()
    expect(openLine({ ...parsed, prev: '' }, OPEN)).toBeNull()
    expect(() => openLine(parsed, LOCKED)).toThrow(JournalLocked)
    expect(() => openLine(parsed, NONE)).toThrow(JournalLocked)
  })
})

describe('a journal with a vault', () => {
  it('writes no word in the open, and reads back what was given', async () => {
    const lines = makeChain(5)
    await open().append(lines)
    expect(await texts()).not.toContain('张三')
    expect(await formats()).toBe('FDJ2 FDJ2 FDJ2 FDJ2 FDJ2')
    expect(await allOf(open())).toEqual(lines)
    expect(await open().append(lines)).toEqual({ ok: true, value: { lastSeq: 5 } })
  })

  it('goes on in a file that was begun without one, and reads both', async () => {
    const lines = makeChain(6)
    vault = NONE
    await open().append(lines.slice(0, 3))
    vault = OPEN
    await open().append(lines.slice(3))
    expect(await files()).toHaveLength(1)
    expect(await formats()).toBe('FDJ1 FDJ1 FDJ1 FDJ2 FDJ2 FDJ2')
    expect(await allOf(open())).toEqual(lines)
    expect(await open().status()).toMatchObject({ lastSeq: 6, problems: [] })
  })

  it('is checked without its key, but neither read nor written on', async () => {
    const lines = makeChain(4)
    await open().append(lines.slice(0, 3))
    for (const without of [LOCKED, NONE]) {
      vault = without
      const journal = open()
      await journal.verify()
      expect(await journal.status()).toMatchObject({ lastSeq: 3, problems: [] })
      await expect(allOf(journal)).rejects.toThrow(JournalLocked)
    }
    vault = LOCKED
    expect(await open().append(lines.slice(3))).toMatchObject({ refusal: { key: 'vault.locked' } })
    expect(await texts()).not.toContain('张三')
  })

  it('leaves out what another key has sealed: its gap shows', async () => {
    const lines = makeChain(3)
    vault = OTHER
    await open().append(lines.slice(0, 1))
    vault = OPEN
    const journal = open()
    await journal.append(lines.slice(1))
    expect((await allOf(journal)).map(({ seq }) => seq)).toEqual([2, 3])
  })

  it('cuts off a torn tail, and reports damage in the middle', async () => {
    const lines = makeChain(4)
    const journal = open()
    await journal.append(lines.slice(0, 3))
    await journal.close()
    const path = join(folder, (await files())[0] ?? '')
    await appendFile(path, 'FDJ2 4 half a li')
    expect(await open().status()).toMatchObject({ lastSeq: 3, problems: [{ key: 'journal.tornTail' }] })
    const whole = await readFile(path, 'latin1')
    const second = whole.split('\n')[1] ?? ''
    const bent = second.slice(0, -9) + (second.at(-9) === 'A' ? 'B' : 'A') + second.slice(-8)
    await writeFile(path, whole.replace(second, bent), 'latin1')
    await rm(join(folder, 'index.json'), { force: true })
    const damaged = open()
    expect((await damaged.status()).problems.map(({ key }) => key)).toContain('journal.damagedLine')
    expect(await damaged.append(lines)).toEqual({ ok: true, value: { lastSeq: 4 } })
    expect(await allOf(open())).toEqual(lines)
  })
})

describe('files from before the vault', () => {
  const lines = makeChain(30)
  /** Three months in the open, with a damaged line in the second. */
  const before = async (): Promise<void> => {
    vault = NONE
    const journal = open()
    for (const month of [0, 1, 2]) {
      now = new Date(Date.UTC(2026, month, 5))
      await journal.append(lines.slice(month * 10, month * 10 + 10))
    }
    await journal.close()
    vault = OPEN
  }

  it('are sealed once, the newest among them', async () => {
    await before()
    const journal = open()
    expect(await journal.sealPlain()).toBe(3)
    expect(await texts()).not.toContain('张三')
    expect(await allOf(journal)).toEqual(lines)
    expect(await journal.sealPlain()).toBe(0)
    await journal.close()
    const next = open()
    expect(await next.sealPlain()).toBe(0)
    expect(await next.status()).toMatchObject({ lastSeq: 30, problems: [] })
    expect(await allOf(next)).toEqual(lines)
  })

  it('stay as they are while there is none, or it is locked', async () => {
    await before()
    const was = await texts()
    for (const without of [NONE, LOCKED]) {
      vault = without
      expect(await open().sealPlain()).toBe(0)
      expect(await texts()).toBe(was)
    }
  })

  it('keep a damaged line as it is', async () => {
    await before()
    const path = join(folder, (await files())[1] ?? '')
    await writeFile(path, (await readFile(path, 'utf8')).replace('"seq":13', '"seq":99'))
    const journal = open()
    expect(await journal.sealPlain()).toBe(3)
    expect((await open().status()).problems.map(({ key }) => key)).toEqual([
      'journal.damagedLine',
      'journal.gap',
    ])
    expect((await readFile(path, 'utf8')).match(/^FDJ1/gm)).toHaveLength(1)
  })

  it.each<Step>(['begun', 'written', 'flushed', 'readBack', 'replaced'])(
    'are whole, old or new, where the end comes at "%s"',
    async (last) => {
      await before()
      let steps = 0
      // The second file of three, so that one is done and one has not been looked at.
      atStep = (step) => {
        if (step === last && (steps += 1) === 2) throw new Error('power cut')
      }
      await expect(open().sealPlain()).rejects.toThrow('power cut')
      atStep = () => undefined
      const next = open()
      expect(await next.status()).toMatchObject({ lastSeq: 30, problems: [] })
      expect(await allOf(next)).toEqual(lines)
      await next.sealPlain()
      expect(await texts()).not.toContain('张三')
      expect(await allOf(next)).toEqual(lines)
      expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
    },
  )

  it('are not in the way of what is written meanwhile', async () => {
    await before()
    const more = makeChain(34).slice(30)
    const journal = open()
    const written: Promise<unknown>[] = []
    atStep = (step) => {
      const line = more[written.length]
      if (step === 'written' && line) written.push(journal.append([line]))
    }
    expect(await journal.sealPlain()).toBe(3)
    const [last] = more.slice(written.length)
    await Promise.all([...written, journal.append(last ? [last] : [])])
    expect(written).toHaveLength(3)
    expect(await allOf(journal)).toEqual(makeChain(34))
    expect(await allOf(open())).toEqual(makeChain(34))
    expect(await texts()).not.toContain('张三')
  })

  it('are never replaced by what the disk did not keep', async () => {
    await before()
    atStep = (step) => {
      if (step === 'flushed') throw new Error('stop')
    }
    const was = await readFile(join(folder, (await files())[0] ?? ''), 'utf8')
    await expect(open().sealPlain()).rejects.toThrow('stop')
    expect(await readFile(join(folder, (await files())[0] ?? ''), 'utf8')).toBe(was)
  })
})

describe('rewriting', () => {
  const reworded = ({ body, seq }: JournalLine): string =>
    seq === 2 ? JSON.stringify({ ...JSON.parse(body), detail: null }) : body

  it.each([NONE, OPEN])('changes bodies and keeps the chain, with a vault or without', async (kind) => {
    vault = kind
    const lines = makeChain(3)
    const journal = open()
    await journal.append(lines)
    expect(await journal.rewrite(reworded)).toBe(1)
    expect((await allOf(open())).map(({ body }) => JSON.parse(body).detail === null)).toEqual([
      false,
      true,
      false,
    ])
    expect(await journal.status()).toMatchObject({ lastSeq: 3, problems: [] })
    expect(await journal.append(makeChain(4))).toEqual({ ok: true, value: { lastSeq: 4 } })
  })
})
