import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, it } from 'vitest'
import { COMPLAINT_STATES } from '../../../shared/domain/complaint/types'
import type { JournalLine } from '../../../shared/ipc/channels'
import { complaintSchema, lostItemSchema, visitSchema } from '../../../shared/schema'
import { incidentSchema } from '../../../shared/schema/incident'
import { accept } from '../../../shared/util/result'
import { REGISTER_TABLES } from '../commands/registerTables'
import { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'
import { type AnyTable, RECORD_TABLES } from '../core/tables'
import { recoverFromLedger } from '../startup/recover'
import { expectDerived, expectValid } from '../testing/derived'
import { fillDemo } from './fillDemo'

/** The smallest year with a complaint in every state. */
const COMPLAINTS = 120

/** Lines that main gives in one answer. */
const PORTION = 400

const PIN_HASH = `scrypt$32768$8$1$${'a'.repeat(22)}$${'b'.repeat(43)}`

async function filled(name: string, complaints: number) {
  const lines: JournalLine[] = []
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
  const steps: number[] = []
  await fillDemo(
    ports,
    { name, fieldKey: null },
    { pinHash: PIN_HASH, complaints, onProgress: (done) => steps.push(done) },
  )
  const db = new DeskDatabase(name)
  await db.open()
  return { db, lines, steps }
}

let filledYear: Awaited<ReturnType<typeof filled>>

beforeAll(async () => {
  filledYear = await filled('demo', COMPLAINTS)
})

const statesOf = async (db: DeskDatabase, table: 'lostItems' | 'incidents' | 'visits' | 'visitMonths') => [
  ...new Set((await db.of(table).toArray()).map(({ state }): string => state)),
]

/** The months are signed one after the other, and what one carries over the next takes in (domain 12). */
async function expectSignedYear(db: DeskDatabase): Promise<void> {
  const reviews = await db.of('monthReviews').toArray()
  expect(reviews.filter(({ state }) => state === 'approved').length).toBeGreaterThanOrEqual(10)
  expect(reviews.at(-1)).toMatchObject({ id: '2026-10', state: 'running' })
  const seals = await db.of('monthSeals').toArray()
  const carried = seals.map(({ statistics }) =>
    statistics.now.registers.find(({ table }) => table === 'complaints'),
  )
  for (const [i, month] of carried.entries()) {
    expect(month?.carryOver?.adjusted).toBe(0)
    if (i > 0) expect(month?.carryOver?.carriedIn).toBe(carried[i - 1]?.carryOver?.carriedOut)
  }
}

describe('the demo office', () => {
  it('is written by the office’s own commands, with complaints in every state', async () => {
    const { db, lines, steps } = filledYear
    const complaints = await db.of('complaints').toArray()
    expect(await db.of('units').count()).toBeGreaterThanOrEqual(600)
    expect(complaints.length).toBeGreaterThanOrEqual(COMPLAINTS)
    const states = new Set(complaints.map(({ state }) => state))
    expect([...COMPLAINT_STATES].filter((state) => !states.has(state))).toEqual([])
    for (const complaint of complaints) complaintSchema.parse(withoutListKeys(complaint))
    for (const item of await db.of('lostItems').toArray()) lostItemSchema.parse(withoutListKeys(item))
    for (const incident of await db.of('incidents').toArray()) incidentSchema.parse(withoutListKeys(incident))
    for (const visit of await db.of('visits').toArray()) visitSchema.parse(withoutListKeys(visit))
    expect(await statesOf(db, 'lostItems')).toEqual(
      expect.arrayContaining(['stored', 'noticed', 'claimed', 'handedOver', 'expired', 'void']),
    )
    expect(await statesOf(db, 'incidents')).toEqual(expect.arrayContaining(['handling', 'archived']))
    expect(await statesOf(db, 'visits')).toEqual(expect.arrayContaining(['planned', 'visited', 'closed']))
    expect(await statesOf(db, 'visitMonths')).toEqual(expect.arrayContaining(['summarized']))
    await expectSignedYear(db)
    expect((await db.of('office').toArray())[0]).toMatchObject({ demo: true })
    const chain = (await db.of('meta').get('chain'))?.value
    expect(chain).toMatchObject({ seq: lines.length, digest: lines.at(-1)?.digest })
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  })

  it('is the same for everybody on the same day', async () => {
    const [one, two] = [await filled('demo-1', 25), await filled('demo-2', 25)]
    expect(one.lines.at(-1)?.digest).toBe(two.lines.at(-1)?.digest)
  })
})

const rowsOf = (from: DeskDatabase, table: AnyTable): Promise<Record<string, unknown>[]> =>
  from.table(table).toArray()

async function allRecords() {
  const { db } = filledYear
  const parts = REGISTER_TABLES.map(async (table) =>
    (await db.of(table).toArray()).map((record) => ({ ...record, table })),
  )
  return (await Promise.all(parts)).flat()
}

describe('after a year of commands', () => {
  it('counters, lists and search say what the rows say', async () => {
    await expectDerived(filledYear.db)
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
    expect(await filledYear.db.of('phrases').count()).toBeGreaterThan(0)
    await expectValid(filledYear.db)
  })

  it('the journal alone brings back the same database (quality 1)', async () => {
    const { db, lines } = filledYear
    const other = new DeskDatabase('demo-again')
    await other.open()
    const read = async (afterSeq: number) => {
      const rest = lines.filter(({ seq }) => seq > afterSeq)
      return accept({ lines: rest.slice(0, PORTION), done: rest.length <= PORTION })
    }
    const done = await recoverFromLedger(other, { read }, lines.length, () => undefined)
    expect(done).toMatchObject({ ok: true, value: { lastSeq: lines.length } })
    for (const table of [...RECORD_TABLES, 'numbers', 'searchDocs', 'audit'] as const) {
      expect(await rowsOf(other, table)).toEqual(await rowsOf(db, table))
    }
    // A counter that came back to none may have a row or not.
    const counted = async (base: DeskDatabase) =>
      (await rowsOf(base, 'counters')).filter(({ count }) => count !== 0)
    expect(await counted(other)).toEqual(await counted(db))
  }, 60_000)
})
