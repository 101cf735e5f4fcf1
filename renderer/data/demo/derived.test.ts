import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { JournalLine } from '../../../shared/ipc/channels'
import { accept } from '../../../shared/util/result'
import { REGISTER_TABLES } from '../commands/registerTables'
import { DeskDatabase } from '../core/database'
import { type AnyTable, RECORD_TABLES } from '../core/tables'
import { recoverFromLedger } from '../startup/recover'
import { expectDerived, expectValid } from '../testing/derived'
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
  await fillDemo(
    ports,
    { name: 'derived', fieldKey: null },
    { pinHash, complaints: 120, onProgress: () => undefined },
  )
  db = new DeskDatabase('derived')
  await db.open()
})

const rowsOf = (from: DeskDatabase, table: AnyTable): Promise<Record<string, unknown>[]> =>
  from.table(table).toArray()

async function allRecords() {
  const parts = REGISTER_TABLES.map(async (table) =>
    (await db.of(table).toArray()).map((record) => ({ ...record, table })),
  )
  return (await Promise.all(parts)).flat()
}

describe('after a year of commands', () => {
  it('counters, lists and search say what the rows say', async () => {
    await expectDerived(db)
  })

  it('every link stands on both sides, across the registers (domain 10)', async () => {
    const records = await allRecords()
    const sides = records.flatMap(({ table, id, links }) =>
      links.map((link) => ({ here: `${table} ${id}`, there: `${link.table} ${link.id}`, as: link.relation })),
    )
    const linked = sides.map(({ here, there, as }) => [here, there, as].join(' '))
    const reversed = sides.map(({ here, there, as }) => [there, here, as].join(' '))
    expect(linked.length).toBeGreaterThan(0)
    expect(linked.sort()).toEqual(reversed.sort())
  })

  it('the numbers of each register and year have no gap (domain 2)', async () => {
    // A month is no record that somebody brought: neither its visits nor its review bear a number of a series.
    const records = (await allRecords()).filter(
      ({ table }) => table !== 'visitMonths' && table !== 'monthReviews',
    )
    const nameOf = ({ table, year }: { table: string; year: number }) => `${table} ${year}`
    for (const name of new Set(records.map(nameOf))) {
      const seqs = records.flatMap((record) => (nameOf(record) === name ? record.seq : []))
      seqs.sort((a, b) => a - b)
      expect(seqs, name).toEqual(seqs.map((_, at) => at + 1))
    }
  })

  it('every row is as its validator has it', async () => {
    expect(await db.of('phrases').count()).toBeGreaterThan(0)
    await expectValid(db)
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
