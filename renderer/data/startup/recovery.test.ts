import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { JournalLine, JournalStatus } from '../../../shared/ipc/channels'
import { accept, refuse } from '../../../shared/util/result'
import { registerComplaintCommand, voidComplaintCommand } from '../commands/complaints'
import { DeskDatabase } from '../core/database'
import { intakeOf } from '../testing/complaints'
import { openTestOffice, type TestOffice } from '../testing/office'
import { catchUpJournal } from './catchUpJournal'
import { openDatabase } from './openDatabase'
import { rebuildLedger } from './rebuildLedger'
import { type LedgerReader, recoverFromLedger } from './recover'

function statusOf(lines: JournalLine[]): JournalStatus {
  const last = lines.at(-1)
  return { lastSeq: last?.seq ?? 0, lastDigest: last?.digest ?? '', sentinel: null, problems: [] }
}

/** A ledger that gives three lines at a time, as main gives portions. */
function readerOf(lines: JournalLine[]): LedgerReader {
  return {
    read: async (afterSeq) => {
      const rest = lines.filter((line) => line.seq > afterSeq)
      return accept({ lines: rest.slice(0, 3), done: rest.length <= 3 })
    },
  }
}

async function workADay(office: TestOffice): Promise<void> {
  for (let i = 0; i < 5; i += 1) {
    await office.runner.run(registerComplaintCommand, { intake: intakeOf(`第${i}件`), receivedBy: '' })
  }
  const first = await office.db.of('complaints').where('number').equals('客服-TS-2026-0001').first()
  await office.runner.run(voidComplaintCommand, {
    id: first?.id ?? '',
    rev: first?.rev ?? 0,
    reason: '重复登记',
  })
}

/** Every table except what only this machine holds. */
async function contents(db: DeskDatabase): Promise<Record<string, unknown[]>> {
  const local = new Set(['pendingJournal', 'outbox', 'drafts'])
  const tables = db.tables.filter((table) => !local.has(table.name))
  const rows = await Promise.all(tables.map(async (table) => [table.name, await table.toArray()] as const))
  return Object.fromEntries(rows)
}

interface Line {
  audit: { opId: string }
  writes: { table: string; put: { opId?: string } }[]
}

let fresh = 0
async function emptyDb(): Promise<DeskDatabase> {
  fresh += 1
  const db = new DeskDatabase(`recovered-${fresh}`)
  await db.open()
  return db
}

describe('a database that opens empty or short never becomes a fresh start (quality 1)', () => {
  it('starts afresh only where the ledger knows nothing either', async () => {
    expect(await openDatabase(await emptyDb(), statusOf([]))).toEqual({ kind: 'firstStart' })
  })

  it('offers recovery where the ledger holds entries and the database none', async () => {
    const office = await openTestOffice()
    expect(await openDatabase(await emptyDb(), statusOf(office.lines))).toMatchObject({
      kind: 'recovery',
      why: 'empty',
    })
  })

  it('offers recovery where only the sentinel remembers an office', async () => {
    const sentinel = {
      officeId: 'o',
      officeName: '翠湖管理处',
      deviceId: 'd',
      dataVersion: 1,
      lastSeq: 12,
      lastDigest: 'x',
      counts: {},
      writtenAt: '2026-03-02T01:00:00.000Z',
    }
    const state = await openDatabase(await emptyDb(), { ...statusOf([]), sentinel })
    expect(state).toMatchObject({ kind: 'recovery', why: 'empty' })
  })

  it('offers recovery where the database is shorter, and where it is another one', async () => {
    const office = await openTestOffice()
    const all = [...office.lines]
    const longer = { ...statusOf(all), lastSeq: all.length + 3 }
    expect(await openDatabase(office.db, longer)).toMatchObject({ kind: 'recovery', why: 'short' })
    const forked = { ...statusOf(all), lastDigest: 'f'.repeat(64) }
    expect(await openDatabase(office.db, forked)).toMatchObject({ kind: 'recovery', why: 'fork' })
  })

  it('opens where both agree, and gives the journal what a crash kept from it', async () => {
    const office = await openTestOffice()
    await workADay(office)
    const kept = office.lines.slice(0, -1)
    expect(await openDatabase(office.db, statusOf(kept))).toMatchObject({ kind: 'ready' })
    const last = office.lines.at(-1)
    office.lines.length = 0
    const caughtUp = await catchUpJournal(office.env, kept.length)
    expect(caughtUp).toEqual({ ok: true, value: 1 })
    expect(office.lines).toEqual([last])
  })

  it('opens beside a window that saves meanwhile, and leaves alone what that one still sends', async () => {
    const office = await openTestOffice()
    const before = statusOf(office.lines)
    // Saved, flushed and no longer waiting: all since the journal was asked.
    await workADay(office)
    const second = new DeskDatabase(office.db.name)
    const state = await openDatabase(second, before, async () => accept(statusOf(office.lines)))
    expect(state).toMatchObject({ kind: 'ready' })
    const later = { seq: office.lines.length + 1, prev: '', digest: '', body: '' }
    const journal = {
      ...office.env.journal,
      append: async (lines: JournalLine[]) => {
        await second.of('pendingJournal').put(later)
        return office.env.journal.append(lines)
      },
    }
    expect((await catchUpJournal({ ...office.env, db: second, journal }, before.lastSeq)).ok).toBe(true)
    expect(await second.of('pendingJournal').toArray()).toEqual([later])
    second.close()
  })

  it('takes no window that is at work for a lost journal, whenever it looks', async () => {
    const office = await openTestOffice()
    const day = { over: false }
    const done = workADay(office).finally(() => {
      day.over = true
    })
    const seen = new Set<string>()
    while (!day.over) {
      const second = new DeskDatabase(office.db.name)
      const ask = async () => accept(statusOf(office.lines))
      seen.add((await openDatabase(second, statusOf(office.lines), ask)).kind)
      second.close()
    }
    await done
    expect([...seen]).toEqual(['ready'])
  })

  it('says so where the journal lacks entries that nobody has any more', async () => {
    const office = await openTestOffice()
    await office.db.of('pendingJournal').clear()
    expect(await openDatabase(office.db, statusOf([]))).toMatchObject({ kind: 'ledgerLost' })
  })

  it('writes a lost ledger anew, so that it can rebuild everything again', async () => {
    const office = await openTestOffice()
    await workADay(office)
    const before = await contents(office.db)
    office.lines.length = 0
    expect((await rebuildLedger(office.env, () => undefined)).ok).toBe(true)
    expect(await openDatabase(office.db, statusOf(office.lines))).toMatchObject({ kind: 'ready' })
    const db = await emptyDb()
    const done = await recoverFromLedger(db, readerOf(office.lines), office.lines.length, () => undefined)
    expect(done.ok).toBe(true)
    const after = await contents(db)
    expect(after).toEqual(await contents(office.db))
    expect(after['complaints']).toEqual(before['complaints'])
    expect(after['numbers']).toEqual(before['numbers'])
    expect(after['audit']).toEqual(expect.arrayContaining(before['audit'] ?? []))
  })

  it('holds a portion of a table at the most, and follows no entry of its own', async () => {
    const office = await openTestOffice()
    await workADay(office)
    const [entry] = await office.db.of('audit').toArray()
    const [detail] = await office.db.of('auditDetails').toArray()
    if (!entry || !detail) throw new Error('no entries')
    const ids = Array.from({ length: 1_200 }, (_, at) => `op-${String(at).padStart(4, '0')}`)
    // Another machine's, before and behind whatever id this one draws.
    for (const [at, opId] of ids.entries())
      await office.db.of('audit').put({ ...entry, deviceId: at % 2 ? '!' : '~', seq: at + 1, opId })
    await office.db.of('auditDetails').bulkPut(ids.map((opId) => ({ ...detail, opId })))
    const before = await contents(office.db)
    office.lines.length = 0
    expect((await rebuildLedger(office.env, () => undefined)).ok).toBe(true)
    const own = new Set(office.lines.map(({ body }) => (JSON.parse(body) as Line).audit.opId))
    const put = office.lines.flatMap(({ body }) => (JSON.parse(body) as Line).writes)
    const of = (table: string) => put.filter((one) => one.table === table)
    expect(of('audit')).toHaveLength(before['audit']?.length ?? 0)
    expect(of('auditDetails')).toHaveLength(before['auditDetails']?.length ?? 0)
    expect(put.filter((one) => own.has(one.put.opId ?? ''))).toEqual([])
    for (const { body } of office.lines)
      expect((JSON.parse(body) as Line).writes.length).toBeLessThanOrEqual(500)
  })

  it('continues a rewriting that was broken off', async () => {
    const office = await openTestOffice()
    await workADay(office)
    office.lines.length = 0
    let calls = 0
    const append = office.env.journal.append
    office.env.journal.append = async (lines) => ((calls += 1) > 3 ? refuse('system.failed') : append(lines))
    expect((await rebuildLedger(office.env, () => undefined)).ok).toBe(false)
    office.env.journal.append = append
    expect(await openDatabase(office.db, statusOf(office.lines))).toMatchObject({ kind: 'ledgerLost' })
    office.lines.length = 0
    expect((await rebuildLedger(office.env, () => undefined)).ok).toBe(true)
    const db = await emptyDb()
    await recoverFromLedger(db, readerOf(office.lines), office.lines.length, () => undefined)
    expect(await contents(db)).toEqual(await contents(office.db))
  })
})

describe('recovery from the ledger', () => {
  it('brings everything back: records, numbers, lists, search, chain', async () => {
    const office = await openTestOffice()
    await workADay(office)
    const db = await emptyDb()
    const seen: number[] = []
    const done = await recoverFromLedger(db, readerOf(office.lines), office.lines.length, ({ done: n }) =>
      seen.push(n),
    )
    expect(done).toEqual({ ok: true, value: { lastSeq: office.lines.length } })
    expect(await contents(db)).toEqual(await contents(office.db))
    expect(seen.at(-1)).toBe(office.lines.length)
  })

  it('continues a database that is only short, and gives no number twice', async () => {
    const office = await openTestOffice()
    await workADay(office)
    const db = await emptyDb()
    await recoverFromLedger(db, readerOf(office.lines.slice(0, 6)), 6, () => undefined)
    await recoverFromLedger(db, readerOf(office.lines), office.lines.length, () => undefined)
    expect(await contents(db)).toEqual(await contents(office.db))
    expect(await db.of('numbers').get('TS|2026|')).toEqual({ id: 'TS|2026|', last: 5 })
  })

  it('stops at a line that writes where no command does', async () => {
    const office = await openTestOffice()
    await workADay(office)
    const bent = office.lines.map((line) =>
      line.seq === 6
        ? { ...line, body: line.body.replace('"table":"complaints","put"', '"table":"meta","put"') }
        : line,
    )
    expect(bent).not.toEqual(office.lines)
    const db = await emptyDb()
    const done = await recoverFromLedger(db, readerOf(bent), bent.length, () => undefined)
    expect(done).toMatchObject({ ok: false, refusal: { key: 'journal.damaged', params: { seq: 6 } } })
    expect((await db.of('meta').toArray()).map(({ key }) => key).sort()).toEqual([
      'chain',
      'dataVersion',
      'deviceId',
    ])
  })

  it('stops at a line that does not fit the chain, keeping what came before', async () => {
    const office = await openTestOffice()
    await workADay(office)
    const bent = office.lines.map((line) =>
      line.seq === 6 ? { ...line, body: line.body.replace('第', '弟') } : line,
    )
    const tampered = bent.map((line) =>
      line.seq === 6
        ? { ...line, body: line.body.replaceAll('complaint.register', 'complaint.judge') }
        : line,
    )
    const db = await emptyDb()
    const done = await recoverFromLedger(db, readerOf(tampered), tampered.length, () => undefined)
    expect(done).toMatchObject({ ok: false, refusal: { key: 'journal.damaged', params: { seq: 6 } } })
    expect(await db.of('audit').count()).toBe(5)
  })
})
