import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { complaintSchema, DATA_VERSION, officeSchema, officeSettingsSchema } from '../../../shared/schema'
import { accept } from '../../../shared/util/result'
import { versionChange } from '../core/dataVersion'
import type { CommandSpec } from '../core/commandRunner'
import type { DeskDatabase } from '../core/database'
import type { AnyTable } from '../core/tables'
import { listRecords } from '../queries/lists'
import { getRecord } from '../queries/records'
import { emptyDatabase, frozenDatabase, frozenRelease, migrated, readerOf } from '../testing/frozenRelease'
import { openTestOffice } from '../testing/office'
import { openDatabase } from './openDatabase'
import { recoverFromLedger } from './recover'

/** What the first release left behind. */
const RELEASE = frozenRelease(1)
const frozenLines = () => RELEASE.lines
const frozenDb = () => frozenDatabase(RELEASE)

async function checked(db: DeskDatabase): Promise<void> {
  const complaints = await db.of('complaints').toArray()
  expect(complaints).toHaveLength(RELEASE.tables.complaints.length)
  for (const { id } of complaints) complaintSchema.parse(await getRecord(db, 'complaints', id))
  for (const office of await db.of('office').toArray()) officeSchema.parse(office)
  for (const { id: _id, ...settings } of await db.of('settings').toArray())
    officeSettingsSchema.parse(settings)
  const second = complaints.find(({ repeatOf }) => repeatOf !== null)
  const first = complaints.find(({ id }) => id === second?.repeatOf)
  const repeat = { table: 'complaints', relation: 'repeat' }
  expect(first?.links).toEqual([{ ...repeat, id: second?.id, number: second?.number }])
  expect(second?.links).toEqual([{ ...repeat, id: first?.id, number: first?.number }])
  expect(first?.prints['complaintVisit']?.history).toHaveLength(1)
  const open = await listRecords(db, { table: 'complaints', facets: ['open'], after: null, limit: 10 })
  expect(open.rows.map(({ number }) => number).sort()).toEqual(['客服-TS-2026-0002', '客服-TS-2026-0004'])
}

describe('what the first release left behind', () => {
  it('is migrated whole, and the chain says where', async () => {
    const db = await migrated(await frozenDb(), 1)
    await checked(db)
    const lines = frozenLines()
    const status = {
      lastSeq: lines.length,
      lastDigest: lines.at(-1)?.digest ?? '',
      sentinel: null,
      problems: [],
    }
    expect(await openDatabase(db, status)).toMatchObject({ kind: 'ready' })
    const [line] = await db.of('pendingJournal').where('seq').above(lines.length).toArray()
    expect(line?.body).toContain('"command":"data.migrate"')
  })

  it('is offered its migration only where nothing of the chain is missing', async () => {
    const lines = frozenLines()
    const status = {
      lastSeq: lines.length,
      lastDigest: lines.at(-1)?.digest ?? '',
      sentinel: null,
      problems: [],
    }
    expect(await openDatabase(await frozenDb(), status)).toMatchObject({ kind: 'migrate', stored: 1 })
    const longer = { ...status, lastSeq: lines.length + 1 }
    expect(await openDatabase(await frozenDb(), longer)).toMatchObject({ kind: 'recovery', why: 'short' })
  })

  it('comes back from its journal alone, and is migrated then', async () => {
    const db = await emptyDatabase()
    const lines = frozenLines()
    expect((await recoverFromLedger(db, readerOf(lines), lines.length, () => undefined)).ok).toBe(true)
    const [found, kept] = [await db.of('complaints').toArray(), RELEASE.tables.complaints]
    const plain = kept.map(({ listKeys: _keys, ...row }) => row)
    expect(found).toEqual(plain)
    await checked(await migrated(db, 1))
  })

  it('comes back from a journal that goes on after the migration', async () => {
    const source = await migrated(await frozenDb(), 1)
    const later = await source.of('pendingJournal').where('seq').above(frozenLines().length).toArray()
    const lines = [...frozenLines(), ...later]
    const db = await emptyDatabase()
    expect((await recoverFromLedger(db, readerOf(lines), lines.length, () => undefined)).ok).toBe(true)
    await checked(db)
    const rows = async (name: AnyTable, from: DeskDatabase) => from.table(name).toArray()
    for (const name of ['complaints', 'counters', 'searchDocs', 'numbers', 'audit'] as const) {
      expect(await rows(name, db)).toEqual(await rows(name, source))
    }
    expect((await db.of('meta').get('dataVersion'))?.value).toBe(DATA_VERSION)
  })

  it('is not gone on with where a newer release wrote on', async () => {
    const office = await openTestOffice()
    const upgrade: CommandSpec<null, null> = {
      name: 'data.migrate',
      permission: null,
      tables: [],
      input: z.null(),
      run: async (tx) => {
        tx.changes.push(versionChange({ before: DATA_VERSION, after: DATA_VERSION + 1 }))
        tx.logged = true
        return accept(null)
      },
    }
    await office.runner.run(upgrade, null)
    const db = await emptyDatabase()
    const done = await recoverFromLedger(db, readerOf(office.lines), office.lines.length, () => undefined)
    expect(done).toMatchObject({ ok: false, refusal: { key: 'journal.newer' } })
    expect(await db.of('users').count()).toBe(await office.db.of('users').count())
  })
})
