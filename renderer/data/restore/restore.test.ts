import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { JournalLine } from '../../../shared/ipc/channels'
import { DATA_VERSION } from '../../../shared/schema'
import { accept } from '../../../shared/util/result'
import { registerComplaintCommand, voidComplaintCommand } from '../commands/complaints'
import { numbersAsked, raiseNumbersCommand } from '../commands/raiseNumbers'
import { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'
import { type AnyTable, RECORD_TABLES } from '../core/tables'
import { openDatabase } from '../startup/openDatabase'
import { rebuildLedger } from '../startup/rebuildLedger'
import { type LedgerReader, recoverFromLedger } from '../startup/recover'
import { plainBackup, type PlainBackup, sourceOf } from '../testing/backup'
import { intakeOf } from '../testing/complaints'
import { expectDerived } from '../testing/derived'
import { frozenDatabase, frozenRelease, migrated, readerOf } from '../testing/frozenRelease'
import { openTestOffice, type TestOffice } from '../testing/office'
import { countContinuing, removeDatabase, restoreInto, type RestorePlan } from './restore'

let made = 0

async function restored(entries: PlainBackup, more: Partial<RestorePlan> = {}) {
  made += 1
  const database = `restored-${made}`
  const answer = await restoreInto({
    database,
    fieldKey: new Uint8Array(32).fill(7),
    source: sourceOf(entries),
    backup: { name: 'a.fdbackup', madeAt: '2026-11-21T02:00:00.000Z' },
    now: '2026-11-22T01:00:00.000Z',
    ledger: null,
    erasures: [],
    onProgress: () => undefined,
    signal: new AbortController().signal,
    ...more,
  })
  const db = new DeskDatabase(database)
  db.fieldKey = new Uint8Array(32).fill(7)
  await db.open()
  return { answer, db }
}

async function rowsOf(db: DeskDatabase, table: AnyTable): Promise<object[]> {
  const rows: object[] = await db.table(table).toArray()
  return rows.map(withoutListKeys)
}

async function expectSame(found: DeskDatabase, source: DeskDatabase): Promise<void> {
  for (const table of [...RECORD_TABLES, 'numbers', 'auditDetails'] as const) {
    expect(await rowsOf(found, table), table).toEqual(await rowsOf(source, table))
  }
  await expectDerived(found)
}

function register(office: TestOffice, content: string) {
  return office.runner.run(registerComplaintCommand, { intake: intakeOf(content), receivedBy: '' })
}

async function workingOffice(complaints: number): Promise<TestOffice> {
  const office = await openTestOffice()
  for (let i = 1; i <= complaints; i += 1) await register(office, `第${i}件`)
  return office
}

const ledgerOf = (lines: readonly JournalLine[]): LedgerReader => ({
  read: async (after) => accept({ lines: lines.filter(({ seq }) => seq > after).slice(0, 4), done: false }),
})

describe('a restore', () => {
  it('brings back everything of a rich office, with lists, counters and search made anew', async () => {
    const source = await migrated(await frozenDatabase(frozenRelease(3)), 3)
    const { answer, db } = await restored(await plainBackup(source))
    expect(answer).toMatchObject({ ok: true, value: { continued: 0 } })
    await expectSame(db, source)
    expect(await db.of('drafts').count()).toBe(0)
  })

  it('migrates the backup of an older release to the same', async () => {
    const release = frozenRelease(3)
    const older = await frozenDatabase(release)
    const backup = await plainBackup(older)
    expect(backup[0]?.text).toContain('"dataVersion":3')
    const { answer, db } = await restored(backup)
    expect(answer).toMatchObject({ ok: true })
    expect((await db.of('meta').get('dataVersion'))?.value).toBe(DATA_VERSION)
    const source = await migrated(await frozenDatabase(release), 3)
    for (const table of RECORD_TABLES)
      expect(await rowsOf(db, table), table).toEqual(await rowsOf(source, table))
    await expectDerived(db)
  })

  it('is exact although the desk went on while the tables were read', async () => {
    const office = await workingOffice(9)
    const before = office.lines.length
    const entries = await plainBackup(office.db, async () => {
      await register(office, '备份的时候登记的')
      const [first] = await office.db.of('complaints').toArray()
      const { id = '', rev = 0 } = first ?? {}
      await office.signInAs('supervisor')
      await office.runner.run(voidComplaintCommand, { id, rev, reason: '重复登记' })
      return office.lines.slice(before)
    })
    expect(entries.filter(({ name }) => name.startsWith('journal/'))).toHaveLength(2)
    const { answer, db } = await restored(entries)
    expect(answer).toMatchObject({ ok: true })
    await expectSame(db, office.db)
    expect(await rowsOf(db, 'audit')).toEqual(await rowsOf(office.db, 'audit'))
  })

  it('refuses entries that do not continue the chain', async () => {
    const office = await workingOffice(2)
    const before = office.lines.length
    const entries = await plainBackup(office.db, async () => {
      await register(office, '第一件')
      await register(office, '第二件')
      return office.lines.slice(before + 1)
    })
    const { answer } = await restored(entries)
    expect(answer).toMatchObject({ ok: false, refusal: { key: 'restore.chainBroken' } })
  })

  it('can be cancelled at any moment, and what it left can be removed', async () => {
    const office = await workingOffice(5)
    const cancel = new AbortController()
    const { answer, db } = await restored(await plainBackup(office.db), {
      signal: cancel.signal,
      onProgress: (done) => {
        if (done > 5) cancel.abort()
      },
    })
    expect(answer).toMatchObject({ ok: false, refusal: { key: 'restore.cancelled' } })
    db.close()
    await removeDatabase(db.name)
    expect(await indexedDB.databases()).not.toContainEqual(expect.objectContaining({ name: db.name }))
  })
})

describe('backup and journal together', () => {
  it('go on behind the backup with what the ledger still has', async () => {
    const office = await workingOffice(3)
    const entries = await plainBackup(office.db)
    const at = office.lines.length
    for (let i = 0; i < 6; i += 1) await register(office, `后来第${i}件`)
    // The first lines are lost: by itself the ledger could bring back nothing.
    const { answer, db } = await restored(entries, { ledger: ledgerOf(office.lines.slice(at - 1)) })
    expect(answer).toMatchObject({ ok: true, value: { continued: 6 } })
    await expectSame(db, office.db)
  })

  it('stop where the ledger has a gap', async () => {
    const office = await workingOffice(3)
    const entries = await plainBackup(office.db)
    const at = office.lines.length
    for (let i = 0; i < 6; i += 1) await register(office, `后来第${i}件`)
    const gapped = office.lines.filter(({ seq }) => seq !== at + 3)
    const to = { seq: at, digest: office.lines[at - 1]?.digest ?? '' }
    expect(await countContinuing(ledgerOf(gapped), to)).toBe(2)
    expect(await countContinuing(ledgerOf(gapped), { ...to, digest: 'f'.repeat(64) })).toBe(0)
    const { answer, db } = await restored(entries, { ledger: ledgerOf(gapped) })
    expect(answer).toMatchObject({ ok: true, value: { continued: 2 } })
    expect(await db.of('complaints').count()).toBe(5)
  })
})

const nothing = { lastSeq: 0, lastDigest: '', sentinel: null, problems: [] }

/** The restored database as the desk has it after its start: with a ledger of its own. */
async function started(db: DeskDatabase): Promise<TestOffice> {
  const office = await openTestOffice(false)
  const of = { ...office, db, env: { ...office.env, db, newId: () => crypto.randomUUID() } }
  expect(await openDatabase(db, nothing)).toMatchObject({ kind: 'restored' })
  expect(await rebuildLedger(of.env, () => undefined)).toMatchObject({ ok: true })
  Object.assign(of.runner, { env: of.env })
  const director = (await db.of('users').toArray()).find(({ role }) => role === 'director')
  if (director) of.session.signedIn(director)
  return of
}

describe('after the switch', () => {
  it('a start writes the ledger anew by itself, and begins again when it was broken off', async () => {
    const source = await workingOffice(3)
    const { db } = await restored(await plainBackup(source.db))
    const half: JournalLine[] = []
    const office = await openTestOffice(false)
    const failing = {
      append: async (lines: JournalLine[]) => {
        half.push(...lines)
        if (half.length > 4) throw new Error('killed')
        return accept({ lastSeq: half.length })
      },
    }
    const env = { ...office.env, db, journal: failing, newId: () => crypto.randomUUID() }
    await expect(rebuildLedger(env, () => undefined)).rejects.toThrow('killed')
    const last = half.at(-1)
    const ledger = { ...nothing, lastSeq: last?.seq ?? 0, lastDigest: last?.digest ?? '' }
    expect(await openDatabase(db, ledger)).toMatchObject({ kind: 'restored' })
    const again = await started(db)
    expect(await db.of('meta').get('restoring')).toBeUndefined()
    const end = again.lines.at(-1)
    const whole = { ...nothing, lastSeq: end?.seq ?? 0, lastDigest: end?.digest ?? '' }
    expect(await openDatabase(db, whole)).toMatchObject({ kind: 'ready' })
  })

  it('asks for the numbers on paper until they are told, and goes on behind them', async () => {
    const source = await workingOffice(3)
    const { db } = await restored(await plainBackup(source.db))
    const office = await started(db)
    office.clock.now = '2026-03-03T01:00:00.000Z'
    const asked = await numbersAsked(db, office.clock.now)
    expect(asked).toMatchObject({ year: 2026, mark: { from: { name: 'a.fdbackup' } } })
    expect(asked?.series).toContainEqual({ register: 'TS', last: 3 })

    const far = await office.runner.run(raiseNumbersCommand, { seen: { TS: '9999' }, sure: false })
    expect(far).toMatchObject({ ok: false, refusal: { key: 'numbers.farAhead', field: 'TS' } })
    const told = await office.runner.run(raiseNumbersCommand, { seen: { TS: '8', FW: '' }, sure: false })
    expect(told).toMatchObject({ ok: true, value: { value: { raised: 1 } } })
    expect(await numbersAsked(db, office.clock.now)).toBeNull()
    expect(await register(office, '恢复以后')).toMatchObject({
      ok: true,
      value: { value: { number: '客服-TS-2026-0009' } },
    })
  })

  it('never lowers a series', async () => {
    const source = await workingOffice(3)
    const { db } = await restored(await plainBackup(source.db))
    const office = await started(db)
    office.clock.now = '2026-03-03T01:00:00.000Z'
    await office.runner.run(raiseNumbersCommand, { seen: { TS: '1' }, sure: true })
    expect((await db.of('numbers').get('TS|2026|'))?.last).toBe(3)
  })

  it('keeps question and numbers through a recovery from the new ledger', async () => {
    const source = await workingOffice(3)
    const { db } = await restored(await plainBackup(source.db))
    const office = await started(db)
    const first = new DeskDatabase('restored-recovered-1')
    await recoverFromLedger(first, readerOf(office.lines), office.lines.length, () => undefined)
    expect(await numbersAsked(first, '2026-03-03T01:00:00.000Z')).toMatchObject({ year: 2026 })

    office.clock.now = '2026-03-03T01:00:00.000Z'
    await office.runner.run(raiseNumbersCommand, { seen: { TS: '8' }, sure: false })
    const second = new DeskDatabase('restored-recovered-2')
    await recoverFromLedger(second, readerOf(office.lines), office.lines.length, () => undefined)
    expect(await numbersAsked(second, office.clock.now)).toBeNull()
    expect((await second.of('numbers').get('TS|2026|'))?.last).toBe(8)
  })
})
