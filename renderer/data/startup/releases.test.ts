import { describe, expect, it } from 'vitest'
import * as schema from '../../../shared/schema'
import type { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'
import { type AnyTable, RECORD_TABLES, type RecordTable } from '../core/tables'
import { listRecords } from '../queries/lists'
import { visitGoals } from '../queries/visits'
import { expectDerived, expectValid } from '../testing/derived'
import {
  emptyDatabase,
  type FrozenRelease,
  frozenDatabase,
  frozenRelease,
  migrated,
  readerOf,
} from '../testing/frozenRelease'
import { recoverFromLedger } from './recover'

/** Releases whose books hold all registers, and how many complaints were open in them. */
const RELEASES = [
  { version: 3, openComplaints: 12 },
  { version: 4, openComplaints: 12 },
  { version: 5, openComplaints: 13 },
  { version: 6, openComplaints: 15 },
] as const

const rowsOf = async (db: DeskDatabase, table: AnyTable): Promise<Record<string, unknown>[]> =>
  db.table(table).toArray()

const plainRows = async (db: DeskDatabase, table: RecordTable) =>
  (await rowsOf(db, table)).map(withoutListKeys)

/** What commands wrote, and what is made from it: everything but what belongs to this machine alone. */
async function expectSame(found: DeskDatabase, source: DeskDatabase): Promise<void> {
  const made = ['counters', 'numbers', 'searchDocs'] as const
  // A counter that came down to nothing says the same as one that never was.
  const said = async (db: DeskDatabase, table: AnyTable) =>
    (await rowsOf(db, table)).filter(({ count }) => count !== 0)
  for (const table of [...RECORD_TABLES, ...made]) {
    expect(await said(found, table), table).toEqual(await said(source, table))
  }
  expect(await ownChain(found)).toEqual(await ownChain(source))
}

/** Entries and their details; those of other machines are in no journal of this one, and come from the server again. */
async function ownChain(db: DeskDatabase) {
  const deviceId = (await db.of('meta').get('deviceId'))?.value
  const entries = (await db.of('audit').toArray()).filter((entry) => entry.deviceId === deviceId)
  return { entries, details: await db.of('auditDetails').bulkGet(entries.map(({ opId }) => opId)) }
}

async function recovered(lines: FrozenRelease['lines']): Promise<DeskDatabase> {
  const db = await emptyDatabase()
  const done = await recoverFromLedger(db, readerOf(lines), lines.length, () => undefined)
  expect(done).toMatchObject({ ok: true, value: { lastSeq: lines.length } })
  return db
}

describe.each(RELEASES)('what release $version left behind', ({ version, openComplaints }) => {
  const release = frozenRelease(version)
  /** Tables whose rows a migration since then rewrites; all others stay as they were. */
  const rewritten = new Set(schema.stepsFrom(version).flatMap(({ tables }) => tables))
  /** Tables of registers that came later have no rows yet. */
  const before = (table: RecordTable) => (release.tables[table] ?? []).map(withoutListKeys)

  it('holds something of everything that could be written then', () => {
    const empty = RECORD_TABLES.filter((table) => release.tables[table]?.length === 0)
    expect(empty).toEqual([])
  })

  it('is migrated, and nothing of it is lost', async () => {
    const db = await migrated(await frozenDatabase(release), version)
    for (const table of RECORD_TABLES) {
      const rows = await plainRows(db, table)
      if (rewritten.has(table)) expect(rows, table).toMatchObject(before(table))
      else expect(rows, table).toEqual(before(table))
    }
    for (const table of ['numbers', 'drafts'] as const) {
      expect(await rowsOf(db, table), table).toEqual(release.tables[table])
    }
    const { audit } = release.tables
    expect((await rowsOf(db, 'audit')).slice(0, audit.length)).toEqual(audit)
  })

  it('is as this release’s validators have it', async () => {
    await expectValid(await migrated(await frozenDatabase(release), version))
  })

  it('is listed, counted and found as its rows say', async () => {
    const db = await migrated(await frozenDatabase(release), version)
    await expectDerived(db)
    const open = async (table: RecordTable) =>
      (await listRecords(db, { table, facets: ['open'], after: null, limit: 50 })).rows.length
    expect(await open('complaints')).toBe(openComplaints)
    expect(await open('lostItems')).toBe(7)
    expect(await open('lostReports')).toBe(1)
    expect(await open('incidents')).toBe(6)
    expect(await open('visits')).toBe(3)
  })

  it('keeps the figures that a director has signed, and reckons the others as before', async () => {
    const db = await migrated(await frozenDatabase(release), version)
    expect(await visitGoals(db, '2025-12')).toMatchObject({
      month: { numerator: 4, denominator: 15, reached: true },
      year: { numerator: 2, denominator: 15, reached: false },
      snapshot: { occupied: 15, late: true },
    })
    expect(await visitGoals(db, '2026-01')).toMatchObject({ snapshot: { occupied: 15, late: false } })
  })

  it('comes back from its journal alone, and is migrated to the same', async () => {
    const db = await migrated(await recovered(release.lines), version)
    await expectSame(db, await migrated(await frozenDatabase(release), version))
  })

  it('comes back from a journal that goes on after the migration', async () => {
    const source = await migrated(await frozenDatabase(release), version)
    const later = await source.of('pendingJournal').where('seq').above(release.lines.length).toArray()
    const db = await recovered([...release.lines, ...later])
    await expectSame(db, source)
    expect((await db.of('meta').get('dataVersion'))?.value).toBe(schema.DATA_VERSION)
  })
})

describe('what release 5 left behind', () => {
  const release = frozenRelease(5)

  it('has erased by law, and neither its tables nor its journal bring that back', async () => {
    const erased = (db: DeskDatabase) => db.of('complaints').get('id-000113')
    const db = await migrated(await recovered(release.lines), 5)
    const told = { number: '客服-TS-2025-0001', erased: { basis: 'consentWithdrawn' } }
    expect(await erased(db)).toMatchObject({ ...told, intake: { content: '已按规定删除' } })
    expect(await erased(db)).toEqual(await erased(await frozenDatabase(release)))
    const then = frozenRelease(4).tables.complaints.find(({ id }) => id === 'id-000113')
    const { content } = { content: '', ...(then?.['intake'] as { content: string } | undefined) }
    expect(content.length).toBeGreaterThan(3)
    expect(JSON.stringify(release)).not.toContain(content)
  })
})
