import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { DATA_VERSION } from '../../../shared/schema'
import type { Migration } from '../../../shared/schema/migrations/types'
import { accept, refuse } from '../../../shared/util/result'
import { registerComplaintCommand } from '../commands/complaints'
import { saveUnitCommand } from '../commands/households'
import { listRecords } from '../queries/lists'
import { intakeOf } from '../testing/complaints'
import { openTestOffice } from '../testing/office'
import { type BackupSink, migrateDatabase } from './migrateDatabase'
import { openDatabase } from './openDatabase'

const step: Migration = {
  to: DATA_VERSION,
  title: 'Say where a complaint stands',
  tables: ['complaints'],
  up: ({ complaints = [] }) => ({
    complaints: complaints.map((row) => ({
      ...row,
      intake: { ...(row['intake'] as object), place: '原：5号楼' },
    })),
  }),
}

const UP = { stored: DATA_VERSION - 1, current: DATA_VERSION }
const WORLD = { now: '2026-03-02T02:00:00.000Z', newId: () => 'migration' }

function sinkInto(chunks: string[], works = true): BackupSink {
  return {
    begin: async () => (works ? accept({ token: 't' }) : refuse('system.failed')),
    append: async (_token, chunk) => accept(chunks.push(chunk)),
    finish: async () => accept({ path: 'before-v2' }),
  }
}

async function officeWithRecords() {
  const office = await openTestOffice()
  await office.runner.run(registerComplaintCommand, { intake: intakeOf('电梯异响'), receivedBy: '' })
  await office.runner.run(saveUnitCommand, {
    id: null,
    building: '5',
    section: '2',
    room: '301',
    use: 'residence',
    area: 90,
    status: 'let',
    moveInDate: null,
  })
  return office
}

describe('our own data version (architecture: the one way data is written)', () => {
  it('refuses a newer database and offers to migrate an older one', async () => {
    const office = await openTestOffice()
    const last = office.lines.at(-1)
    const ledger = { lastSeq: last?.seq ?? 0, lastDigest: last?.digest ?? '', sentinel: null, problems: [] }
    const [newer, older, supported] = [DATA_VERSION + 1, DATA_VERSION - 1, DATA_VERSION]
    await office.db.of('meta').put({ key: 'dataVersion', value: newer })
    expect(await openDatabase(office.db, ledger)).toEqual({ kind: 'newerData', stored: newer, supported })
    await office.db.of('meta').put({ key: 'dataVersion', value: older })
    expect(await openDatabase(office.db, ledger)).toEqual({ kind: 'migrate', stored: older, supported })
    const longer = { ...ledger, lastSeq: ledger.lastSeq + 1 }
    expect(await openDatabase(office.db, longer)).toMatchObject({ kind: 'recovery', why: 'short' })
  })

  it('copies every row first, then migrates, and keeps lists and counters right', async () => {
    const office = await officeWithRecords()
    const counters = await office.db.of('counters').toArray()
    const chunks: string[] = []
    const done = await migrateDatabase(office.db, sinkInto(chunks), { ...UP, steps: [step] }, WORLD)
    expect(done).toEqual({ ok: true, value: { backup: 'before-v2' } })
    const copied = chunks
      .join('')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { table: string })
    expect(copied.filter((line) => line.table === 'complaints')).toHaveLength(1)
    expect(copied.filter((line) => line.table === 'audit').length).toBeGreaterThan(1)
    const page = await listRecords(office.db, {
      table: 'complaints',
      facets: ['open'],
      after: null,
      limit: 5,
    })
    expect(page.rows[0]?.intake.place).toBe('原：5号楼')
    expect(await office.db.of('counters').toArray()).toEqual(counters)
    expect((await office.db.of('searchDocs').toArray()).some((doc) => doc.text.includes('原'))).toBe(true)
  })

  it('changes nothing where the copy fails, or a step does', async () => {
    const office = await officeWithRecords()
    const before = await office.db.of('complaints').toArray()
    const noCopy = await migrateDatabase(office.db, sinkInto([], false), { ...UP, steps: [step] }, WORLD)
    expect(noCopy.ok).toBe(false)
    const broken: Migration = {
      ...step,
      up: () => {
        throw new Error('row not understood')
      },
    }
    const failed = await migrateDatabase(office.db, sinkInto([]), { ...UP, steps: [broken] }, WORLD)
    expect(failed).toMatchObject({ ok: false, refusal: { key: 'migration.failed' } })
    expect(await office.db.of('complaints').toArray()).toEqual(before)
    expect((await office.db.of('meta').get('dataVersion'))?.value).toBe(DATA_VERSION)
  })
})
