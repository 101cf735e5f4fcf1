import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { JournalLine } from '../../../shared/ipc/channels'
import { phraseSchema } from '../../../shared/schema'
import { accept } from '../../../shared/util/result'
import { DeskDatabase } from '../core/database'
import { facetsOf, listKeysOf, searchDocOf, withoutListKeys } from '../core/rowTraits'
import { type AnyTable, RECORD_TABLES } from '../core/tables'
import { recoverFromLedger } from '../startup/recover'
import { fillDemo } from './fillDemo'

/** Lines that main gives in one answer. */
const PORTION = 400

let db: DeskDatabase
const lines: JournalLine[] = []

beforeAll(async () => {
  let ids = 0
  const ports = {
    now: () => '2026-11-21T04:00:00.000Z',
    newId: () => `id-${String((ids += 1)).padStart(7, '0')}`,
    journal: {
      append: async (portion: JournalLine[]) => {
        lines.push(...portion)
        return accept({ lastSeq: lines.at(-1)?.seq ?? 0 })
      },
    },
  }
  const pinHash = `scrypt$32768$8$1$${'a'.repeat(22)}$${'b'.repeat(43)}`
  await fillDemo(ports, 'derived', { pinHash, complaints: 120, onProgress: () => undefined })
  db = new DeskDatabase('derived')
  await db.open()
}, 60_000)

const rowsOf = (from: DeskDatabase, table: AnyTable): Promise<Record<string, unknown>[]> =>
  from.table(table).toArray()

describe('after a year of commands', () => {
  it('counters, lists and search say what the rows say', async () => {
    const counts = new Map<string, number>()
    const bump = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
    for (const table of RECORD_TABLES) {
      for (const row of await rowsOf(db, table)) {
        const plain = withoutListKeys(row)
        bump(`${table}|rows`)
        for (const facet of facetsOf(table, plain)) if (!facet.startsWith('#')) bump(`${table}|${facet}`)
        expect(row['listKeys']).toEqual(listKeysOf(table, plain))
        const doc = searchDocOf(table, plain)
        if (doc) expect(await db.of('searchDocs').get(doc.id)).toEqual(doc)
      }
    }
    const kept = (await db.of('counters').toArray()).filter(({ count }) => count !== 0)
    expect(new Map(kept.map(({ id, count }) => [id, count]))).toEqual(counts)
  })

  it('every link stands on both sides (domain 10)', async () => {
    const complaints = await db.of('complaints').toArray()
    const linked = complaints.flatMap(({ id, links }) =>
      links.map(({ id: other, relation }) => [id, other, relation].join(' ')),
    )
    const reversed = complaints.flatMap(({ id, links }) =>
      links.map(({ id: other, relation }) => [other, id, relation].join(' ')),
    )
    expect(linked.length).toBeGreaterThan(0)
    expect(linked.sort()).toEqual(reversed.sort())
  })

  it('the numbers of each year have no gap (domain 2)', async () => {
    const complaints = await db.of('complaints').toArray()
    for (const year of new Set(complaints.map((record) => record.year))) {
      const seqs = complaints.flatMap((record) => (record.year === year ? record.seq : []))
      seqs.sort((a, b) => a - b)
      expect(seqs).toEqual(seqs.map((_, at) => at + 1))
    }
  })

  it('常用语 are stored as their validator has them', async () => {
    const phrases = await db.of('phrases').toArray()
    expect(phrases.length).toBeGreaterThan(0)
    for (const phrase of phrases) phraseSchema.parse(phrase)
  })

  it('the journal alone brings back the same database (quality 1)', async () => {
    const other = new DeskDatabase('derived-again')
    await other.open()
    const read = async (afterSeq: number) => {
      const rest = lines.filter(({ seq }) => seq > afterSeq)
      return accept({ lines: rest.slice(0, PORTION), done: rest.length <= PORTION })
    }
    const done = await recoverFromLedger(other, { read }, lines.length, () => undefined)
    expect(done).toMatchObject({ ok: true, value: { lastSeq: lines.length } })
    for (const table of [...RECORD_TABLES, 'counters', 'numbers', 'searchDocs', 'audit'] as const) {
      expect(await rowsOf(other, table)).toEqual(await rowsOf(db, table))
    }
  }, 60_000)
})
