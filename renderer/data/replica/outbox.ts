import { liveQuery } from 'dexie'
import { join, type Vector } from '../../../shared/sync/vector'
import type { Agreed } from '../../../shared/sync/wire'
import type { AuditDetail } from '../../../shared/domain/audit/types'
import type { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'
import { type AuditRow, isRecordTable, type OutboxRow, type RecordTable } from '../core/tables'
import { withoutDetail } from '../privacy/untold'
import { outboxId, vectorOf } from './queue'

type Row = Record<string, unknown>

/** A record that waits for the server, as it is at this moment. */
export interface Waiting {
  /** `complaints|<id>` */
  id: string
  table: RecordTable
  recordId: string
  seq: number
  row: Row
  agreed: Agreed | null
  /** All that this version knows. */
  seen: Vector
}

/** How many records wait, those that were refused among them; not those of tables that stay here. */
export async function countWaiting(db: DeskDatabase, staying: readonly string[]): Promise<number> {
  const outbox = db.of('outbox')
  const [all, ...here] = await Promise.all([
    outbox.count(),
    ...staying.map((table) => outbox.where('id').startsWith(outboxId(table, '')).count()),
  ])
  return here.reduce((left, count) => left - count, all)
}

/** Calls back at once and after every change of what waits, also by another window; answers how to stop. */
export function watchWaiting(
  db: DeskDatabase,
  staying: () => readonly string[],
  onChange: (waiting: number) => void,
): () => void {
  const subscription = liveQuery(async () => countWaiting(db, staying())).subscribe({
    next: onChange,
    // A database that is being replaced: the next start watches anew.
    error: () => undefined,
  })
  return () => subscription.unsubscribe()
}

/**
 * What is to be sent next, oldest first, at most `limit` records: read in one transaction, so that what is sent is what
 * was written. Refused ones wait; `goes` says which tables leave this machine.
 */
export function readWaiting(
  db: DeskDatabase,
  limit: number,
  goes: (table: string) => boolean,
): Promise<Waiting[]> {
  return db.transaction('r', db.tables, async () => {
    const deviceId = String((await db.of('meta').get('deviceId'))?.value ?? '')
    const due = await db
      .of('outbox')
      .orderBy('seq')
      .filter(({ table, refused }) => !refused && goes(table) && isRecordTable(table))
      .limit(limit)
      .toArray()
    const agreed = await db.of('agreed').bulkGet(due.map(({ id }) => id))
    const rows = await Promise.all(due.map(({ table, recordId }) => db.table<Row>(table).get(recordId)))
    return due.flatMap((one, i) => waitingOf(one, rows[i], agreed[i], deviceId))
  })
}

function waitingOf(
  out: OutboxRow,
  row: Row | undefined,
  agreed: Agreed | undefined,
  deviceId: string,
): Waiting[] {
  if (!row) return []
  const { id, recordId, seq } = out
  const seen = join(agreed?.seen ?? {}, vectorOf(out, deviceId))
  const table = out.table as RecordTable
  return [{ id, table, recordId, seq, row: withoutListKeys(row), agreed: agreed ?? null, seen }]
}

/** What the server took. */
export interface Sent {
  waiting: Waiting
  rev: string
}

/** Notes what the server took under a checkpoint; what was written meanwhile goes on waiting, on top of what was sent. */
export async function settleSent(db: DeskDatabase, sent: readonly Sent[], n: number): Promise<void> {
  await db.transaction('rw', ['outbox', 'agreed'], async () => {
    const now = await db.of('outbox').bulkGet(sent.map(({ waiting }) => waiting.id))
    const done = sent.filter(({ waiting }, i) => now[i]?.seq === waiting.seq)
    const changed = sent.flatMap(({ waiting }, i) => {
      const out = now[i]
      return out && out.seq !== waiting.seq ? [{ ...out, base: waiting.row }] : []
    })
    await db.of('outbox').bulkDelete(done.map(({ waiting }) => waiting.id))
    await db.of('outbox').bulkPut(changed)
    await db
      .of('agreed')
      .bulkPut(sent.map(({ waiting, rev }) => ({ id: waiting.id, rev, seen: waiting.seen, n })))
  })
}

/** Parks a record that the server refused, unless it was written again meanwhile. */
export async function park(db: DeskDatabase, waiting: Waiting, reason: string, at: string): Promise<void> {
  await db.transaction('rw', ['outbox'], async () => {
    const out = await db.of('outbox').get(waiting.id)
    if (out?.seq === waiting.seq) await db.of('outbox').put({ ...out, refused: { reason, at } })
  })
}

/** Tries a parked record again; without an id all of them. */
export async function unpark(db: DeskDatabase, table?: string, recordId?: string): Promise<void> {
  await db.transaction('rw', ['outbox'], async () => {
    const outbox = db.of('outbox')
    const rows =
      table && recordId
        ? [await outbox.get(outboxId(table, recordId))]
        : await outbox.filter(({ refused }) => refused !== undefined).toArray()
    const again = rows.flatMap((row) => {
      if (!row) return []
      const { refused: _then, ...rest } = row
      return [rest]
    })
    await outbox.bulkPut(again)
  })
}

export interface Parked {
  table: string
  recordId: string
  reason: string
  at: string
}

/** What the server would not take. */
export async function parked(db: DeskDatabase): Promise<Parked[]> {
  const rows = await db
    .of('outbox')
    .filter(({ refused }) => refused !== undefined)
    .toArray()
  return rows.flatMap(({ table, recordId, refused }) => (refused ? [{ table, recordId, ...refused }] : []))
}

/** Records that the server lost wait again, as they are; what was agreed on about them is no revision any more. */
export async function requeue(db: DeskDatabase, ids: readonly string[]): Promise<void> {
  await db.transaction('rw', ['outbox', 'agreed', 'meta'], async () => {
    const chain = (await db.of('meta').get('chain'))?.value as { seq: number } | undefined
    const [waiting, agreed] = await Promise.all([
      db.of('outbox').bulkGet([...ids]),
      db.of('agreed').bulkGet([...ids]),
    ])
    const fresh = ids.flatMap((id, i): OutboxRow[] => {
      const [table = '', ...rest] = id.split('|')
      const recordId = rest.join('|')
      return waiting[i] ? [] : [{ id, table, recordId, seq: chain?.seq ?? 0, vector: {}, base: null }]
    })
    await db.of('outbox').bulkPut(fresh)
    await db.of('agreed').bulkPut(agreed.flatMap((row) => (row ? [{ ...row, rev: null }] : [])))
  })
}

/** Records are to be sent once more as they are, for what is said about them beside the row: a month was signed, or reopened. */
export async function touch(
  db: DeskDatabase,
  places: readonly { table: string; id: string }[],
): Promise<void> {
  const ids = places.map(({ table, id }) => outboxId(table, id))
  await db.transaction(
    'rw',
    [...new Set(['outbox', 'meta', ...places.map(({ table }) => table)])],
    async () => {
      const chain = (await db.of('meta').get('chain'))?.value as { seq: number } | undefined
      const waiting = await db.of('outbox').bulkGet(ids)
      const rows = await Promise.all(places.map(({ table, id }) => db.table<Row>(table).get(id)))
      const again = places.flatMap(({ table, id: recordId }, i): OutboxRow[] => {
        const row = rows[i]
        if (waiting[i] || !row) return []
        const base = withoutListKeys(row)
        return [{ id: outboxId(table, recordId), table, recordId, seq: chain?.seq ?? 0, vector: {}, base }]
      })
      await db.of('outbox').bulkPut(again)
    },
  )
}

/** Ids agreed on behind `after`, in order, with the server's revisions. */
export async function agreedAfter(db: DeskDatabase, after: string, limit: number): Promise<Agreed[]> {
  return db.of('agreed').where('id').above(after).limit(limit).toArray()
}

/** What was sent under checkpoints behind `n`. */
export async function sentAfter(db: DeskDatabase, n: number): Promise<Agreed[]> {
  return db
    .of('agreed')
    .filter((row) => (row.n ?? 0) > n)
    .toArray()
}

/** Whether anything waits that goes to the server: entries of the machine's chain behind `pushedSeq`, or records. */
export async function hasWaiting(
  db: DeskDatabase,
  deviceId: string,
  pushedSeq: number,
  goes: (table: string) => boolean,
): Promise<boolean> {
  const entries = await entriesAfter(db, deviceId, pushedSeq, 1)
  return entries.length > 0 || (await readWaiting(db, 1, goes)).length > 0
}

/** Whether anything was ever agreed on with a server. */
export async function hasAgreed(db: DeskDatabase): Promise<boolean> {
  return (await db.of('agreed').limit(1).count()) > 0
}

/** What was agreed on about records, in the order of the ids. */
export function agreedOn(db: DeskDatabase, ids: readonly string[]): Promise<(Agreed | undefined)[]> {
  return db.of('agreed').bulkGet([...ids])
}

/** An entry with what it says: null where that was erased by law, or is gone through a damage of this machine's own. */
export interface ToldEntry {
  entry: AuditRow
  detail: AuditDetail | null
  /** By law: every machine that holds the detail drops it. */
  erased: boolean
}

/** Entries that name records, with their details; for details that were erased by law. */
export async function entriesNaming(db: DeskDatabase, recordIds: readonly string[]): Promise<ToldEntry[]> {
  const entries = await db
    .of('audit')
    .where('refIds')
    .anyOf([...recordIds])
    .distinct()
    .toArray()
  return told(db, entries)
}

async function told(db: DeskDatabase, entries: readonly AuditRow[]): Promise<ToldEntry[]> {
  const details = await db.of('auditDetails').bulkGet(entries.map(({ opId }) => opId))
  const lost = new Set(await withoutDetail(db, entries))
  return entries.map((entry, i) => {
    const detail = details[i] ?? null
    return { entry, detail, erased: detail === null && !lost.has(entry) }
  })
}

/** Digests of entries by place, in their order; null where there is none. */
export async function digestsOf(
  db: DeskDatabase,
  places: readonly { deviceId: string; seq: number }[],
): Promise<(string | null)[]> {
  const rows = await db.of('audit').bulkGet(places.map(({ deviceId, seq }) => [deviceId, seq]))
  return rows.map((row) => row?.digest ?? null)
}

/** Entries of a chain behind `after`, in order. */
export async function entriesAfter(
  db: DeskDatabase,
  deviceId: string,
  after: number,
  limit: number,
): Promise<ToldEntry[]> {
  const entries = await db
    .of('audit')
    .where('[deviceId+seq]')
    .between([deviceId, after], [deviceId, Number.MAX_SAFE_INTEGER], false, true)
    .limit(limit)
    .toArray()
  return told(db, entries)
}
