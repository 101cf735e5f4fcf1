import {
  appendFile,
  mkdtemp,
  open as openFile,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert, asyncProperty, integer, shuffledSubarray } from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JournalLine } from '../../../shared/ipc/channels'
import { type Journal, openJournal } from './journal'
import { formatLine } from './line'
import { makeChain } from './testing'

let folder = ''
let now = new Date('2026-11-21T08:00:00Z')
const open = (): Journal => openJournal({ folder, clock: () => now })
const files = async (): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.fdj')).sort()
const fileAt = async (at = 0): Promise<string> => join(folder, (await files())[at] ?? 'none')
const keys = async (journal: Journal): Promise<string[]> =>
  (await journal.status()).problems.map(({ key }) => key)
const only = (line: JournalLine | undefined): JournalLine[] => (line ? [line] : [])

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'))
  now = new Date('2026-11-21T08:00:00Z')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('append (quality 1)', () => {
  it('writes the agreed line and answers the end of the run', async () => {
    const lines = makeChain(3)
    expect(await open().append(lines)).toEqual({ ok: true, value: { lastSeq: 3 } })
    expect(await files()).toEqual(['0001-dev-A-2026-11.fdj'])
    const text = await readFile(await fileAt(), 'utf8')
    expect(text).toBe(lines.map(formatLine).join(''))
    expect(text.split('\n')[0]).toMatch(/^FDJ1 1 - [0-9a-f]{64} [0-9a-f]{32} \{"audit"/)
  })

  it('skips what is there already, also from long ago', async () => {
    const lines = makeChain(5)
    const journal = open()
    await journal.append(lines)
    const size = (await stat(await fileAt())).size
    expect((await open().append(lines)).ok).toBe(true)
    expect((await journal.append([...lines, ...lines])).ok).toBe(true)
    expect((await stat(await fileAt())).size).toBe(size)
  })

  it('refuses another history at a known place, and writes nothing of that batch', async () => {
    const journal = open()
    await journal.append(makeChain(5))
    const other = makeChain(7, 'other')
    for (const seq of [1, 3, 5, 6])
      expect(await journal.append(other.slice(seq - 1, seq))).toMatchObject({
        ok: false,
        refusal: { key: 'journal.fork', params: { seq } },
      })
    const [sixth] = makeChain(6).slice(5)
    expect((await journal.append([...only(sixth), ...other.slice(6)])).ok).toBe(false)
    expect((await journal.status()).lastSeq).toBe(5)
    expect((await journal.append(only(sixth))).ok).toBe(true)
  })

  it.each([
    ['a line break', (line: JournalLine) => ({ ...line, body: `${line.body}\n` })],
    ['no JSON', (line: JournalLine) => ({ ...line, body: '{"audit":' })],
    ['another entry', (line: JournalLine) => ({ ...line, body: makeChain(2)[1]?.body ?? '' })],
    [
      'a device that is a path',
      (line: JournalLine) => ({ ...line, body: line.body.replace('dev-A', '../x') }),
    ],
  ])('refuses a body with %s', async (_name, spoil) => {
    expect(await open().append(makeChain(1).map(spoil))).toMatchObject({
      ok: false,
      refusal: { key: 'journal.badLine', params: { seq: 1 } },
    })
    expect(await files()).toEqual([])
  })

  it('takes any order of arrival; the run ends before the first gap', async () => {
    const chain = makeChain(12)
    const order = shuffledSubarray(chain, { minLength: 12, maxLength: 12 })
    await assert(
      asyncProperty(order, integer({ min: 1, max: 12 }), async (lines, restart) => {
        folder = await mkdtemp(join(tmpdir(), 'journal-'))
        let journal = open()
        const seen = new Set<number>()
        for (const [at, line] of lines.entries()) {
          if (at === restart) journal = open()
          seen.add(line.seq)
          let end = 0
          while (seen.has(end + 1)) end += 1
          expect(await journal.append([line])).toEqual({ ok: true, value: { lastSeq: end } })
        }
        const read = await open().read(0, 1e6)
        expect(read).toEqual({ lines: chain, done: true })
        await rm(folder, { recursive: true })
      }),
      { numRuns: 25 },
    )
  })

  it('reports the gap while it is one', async () => {
    const journal = open()
    const lines = makeChain(3)
    await journal.append(only(lines[0]))
    await journal.append(only(lines[2]))
    expect((await journal.status()).problems).toEqual([
      { key: 'journal.gap', file: '0001-dev-A-2026-11.fdj', line: 2 },
    ])
    await journal.append(only(lines[1]))
    expect(await journal.status()).toMatchObject({ lastSeq: 3, problems: [] })
  })

  it('begins a file each month, in order even when the clock jumps back', async () => {
    const journal = open()
    const lines = makeChain(4)
    for (const [at, month] of ['2026-11', '2027-12', '2026-11', '2026-11'].entries()) {
      now = new Date(`${month}-03T00:00:00Z`)
      await journal.append(only(lines[at]))
    }
    expect(await files()).toEqual([
      '0001-dev-A-2026-11.fdj',
      '0002-dev-A-2027-12.fdj',
      '0003-dev-A-2026-11.fdj',
    ])
    expect(await open().status()).toMatchObject({ lastSeq: 4, lastDigest: lines[3]?.digest, problems: [] })
  })

  it('never begins a deleted file anew: the missing lines are found out at once', async () => {
    const journal = open()
    const lines = makeChain(4)
    await journal.append(lines.slice(0, 2))
    await rm(await fileAt())
    expect(await journal.append(only(lines[2]))).toEqual({ ok: true, value: { lastSeq: 0 } })
    expect(await keys(journal)).toEqual(['journal.gap'])
    expect(await journal.append(lines)).toEqual({ ok: true, value: { lastSeq: 4 } })
  })
})

describe('trouble while running', () => {
  it('refuses while the folder cannot be used, and goes on when it can', async () => {
    const journal = open()
    const lines = makeChain(3)
    await journal.append(lines.slice(0, 1))
    const aside = `${folder}-away`
    await rename(folder, aside)
    await writeFile(folder, 'no folder')
    expect(await journal.append(lines.slice(1, 2))).toMatchObject({
      ok: false,
      refusal: { key: 'system.failed' },
    })
    await rm(folder)
    await rename(aside, folder)
    expect(await journal.append(lines.slice(1))).toEqual({ ok: true, value: { lastSeq: 3 } })
    expect((await open().read(0, 1e6)).lines).toEqual(lines)
  })

  it('never writes behind half a line that a failed write has left', async () => {
    const journal = open()
    const lines = makeChain(3)
    await journal.append(lines.slice(0, 2))
    await appendFile(await fileAt(), 'FDJ1 3 half')
    expect(await journal.append(lines.slice(2))).toEqual({ ok: true, value: { lastSeq: 3 } })
    expect(await keys(journal)).toEqual(['journal.tornTail'])
    expect(await readFile(await fileAt(), 'utf8')).toBe(lines.map(formatLine).join(''))
  })
})

describe('start', () => {
  it('keeps a torn tail aside, cuts it off and goes on', async () => {
    const lines = makeChain(4)
    const journal = open()
    await journal.append(lines.slice(0, 3))
    await journal.close()
    const half = formatLine(lines[3] ?? { seq: 4, prev: '', digest: '', body: '' }).slice(0, 200)
    await appendFile(await fileAt(), half)
    const next = open()
    expect(await next.status()).toMatchObject({
      lastSeq: 3,
      problems: [{ key: 'journal.tornTail', file: '0001-dev-A-2026-11.fdj', line: 4 }],
    })
    const aside = (await readdir(folder)).find((name) => name.includes('.torn-'))
    expect(await readFile(join(folder, aside ?? 'none'), 'utf8')).toBe(half)
    expect(await next.append(only(lines[3]))).toEqual({ ok: true, value: { lastSeq: 4 } })
    expect(await open().status()).toMatchObject({ lastSeq: 4, problems: [] })
  })

  it('treats several damaged lines at the end as one torn tail', async () => {
    await open().append(makeChain(3))
    await appendFile(await fileAt(), Buffer.concat([Buffer.alloc(4096), Buffer.from('\nFDJ1 4 -\n\n')]))
    const journal = open()
    expect(await keys(journal)).toEqual(['journal.tornTail'])
    expect(await journal.append(makeChain(4).slice(3))).toEqual({ ok: true, value: { lastSeq: 4 } })
  })

  it('survives a cut at every byte of the last lines', async () => {
    const lines = makeChain(3, '', 1)
    const whole = Buffer.from(lines.map(formatLine).join(''))
    const ends = [1, 2, 3].map((n) => Buffer.byteLength(lines.slice(0, n).map(formatLine).join('')))
    await open().append(lines)
    const path = await fileAt()
    for (let cut = 0; cut <= whole.length; cut += 7) {
      await writeFile(path, whole.subarray(0, cut))
      const journal = open()
      expect((await journal.status()).lastSeq).toBe(ends.filter((end) => end <= cut).length)
      expect(await journal.append(lines)).toEqual({ ok: true, value: { lastSeq: 3 } })
      expect(await readFile(path)).toEqual(whole)
      await journal.close()
    }
  })

  it('reports damage in the middle, ends the run there and heals by appending again', async () => {
    const lines = makeChain(5)
    const journal = open()
    await journal.append(lines)
    await journal.close()
    const path = await fileAt()
    await writeFile(path, (await readFile(path, 'utf8')).replace('"seq":3', '"seq":8'))
    const next = open()
    expect(await next.status()).toMatchObject({ lastSeq: 2, lastDigest: lines[1]?.digest })
    expect((await next.status()).problems).toEqual([
      { key: 'journal.damagedLine', file: '0001-dev-A-2026-11.fdj', line: 3 },
      { key: 'journal.gap', file: '0001-dev-A-2026-11.fdj', line: 3 },
    ])
    expect((await next.read(0, 1e6)).lines.map(({ seq }) => seq)).toEqual([1, 2, 4, 5])
    expect(await next.append(lines)).toEqual({ ok: true, value: { lastSeq: 5 } })
    expect(await keys(open())).toEqual(['journal.damagedLine'])
  })

  it('finds damage that neither size nor time betrays by verifying', async () => {
    const journal = open()
    await journal.append(makeChain(5))
    expect(await keys(journal)).toEqual([])
    const path = await fileAt()
    await writeFile(path, (await readFile(path, 'utf8')).replace('"seq":3', '"seq":8'))
    await journal.verify()
    expect(await keys(journal)).toEqual(['journal.damagedLine'])
  })

  it('sees lines that are of another history', async () => {
    const path = join(folder, '0001-dev-A-2026-11.fdj')
    const text = [...makeChain(2), ...makeChain(3, 'x').slice(2)].map(formatLine).join('')
    await writeFile(path, text)
    expect(await open().status()).toMatchObject({
      lastSeq: 2,
      problems: [{ key: 'journal.fork', file: '0001-dev-A-2026-11.fdj', line: 3 }],
    })
  })

  it('does not trust a snapshot of other files', async () => {
    const journal = open()
    await journal.append(makeChain(5))
    await journal.close()
    await truncate(await fileAt(), 0)
    expect(await open().status()).toMatchObject({ lastSeq: 0 })
    await writeFile(await fileAt(), makeChain(9, 'z').map(formatLine).join(''))
    expect(await open().status()).toMatchObject({ lastSeq: 9, lastDigest: makeChain(9, 'z')[8]?.digest })
    await writeFile(join(folder, 'index.json'), '{"version":1')
    expect(await open().status()).toMatchObject({ lastSeq: 9 })
  })

  it('starts without reading the history', async () => {
    const journal = open()
    await journal.append(makeChain(5000, '', 200))
    await journal.close()
    // Damage that only a reader of the history could see.
    const handle = await openFile(await fileAt(), 'r+')
    await handle.write('#', 40_000)
    await handle.close()
    // What a killed process leaves: lines that the snapshot does not know.
    const more = makeChain(5100, '', 200).slice(5000)
    await appendFile(await fileAt(), more.map(formatLine).join(''))
    const started = open()
    expect(await started.status()).toMatchObject({ lastSeq: 5100, problems: [] })
    await started.verify()
    expect((await started.status()).problems).toHaveLength(1)
  })
})

describe('read', () => {
  it('pages through everything in order across files', async () => {
    const journal = open()
    const lines = makeChain(40)
    for (const [at, line] of lines.entries()) {
      now = new Date(Date.UTC(2026, Math.floor(at / 10), 2))
      await journal.append([line])
    }
    const read: JournalLine[] = []
    for (let done = false; !done; ) {
      const page = await journal.read(read.at(-1)?.seq ?? 0, 1500)
      expect(page.lines.length).toBeGreaterThan(0)
      read.push(...page.lines)
      done = page.done
    }
    expect(read).toEqual(lines)
    expect(await journal.read(40, 1000)).toEqual({ lines: [], done: true })
  })

  it('reads what was appended after the first reading, and lines of some MB', async () => {
    const journal = open()
    const lines = makeChain(3, '', 3_000_000)
    await journal.append(lines.slice(0, 1))
    expect((await journal.read(0, 10)).lines).toEqual(lines.slice(0, 1))
    await journal.append(lines.slice(1))
    expect(await journal.read(1, 10)).toEqual({ lines: lines.slice(1, 2), done: false })
    expect(await open().read(2, 10)).toEqual({ lines: lines.slice(2), done: true })
  })
})
