import { Dexie } from 'dexie'
import { HANGING, keepsTables } from '../../../shared/sync/hanging'
import { goes } from '../../../shared/sync/travel'
import { join, type Vector } from '../../../shared/sync/vector'
import type { Agreed } from '../../../shared/sync/wire'
import type { AuditDetail } from '../../../shared/domain/audit/types'
import type { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'
import {
  type AuditRow,
  isRecordTable,
  type OutboxRow,
  RECORD_TABLES,
  type RecordTable,
  SETTINGS_ID,
} from '../core/tables'
import { withoutDetail } from '../privacy/untold'
import { Paced } from './paced'
import { leavingOf, rowsOf } from './leaving'
import { outboxId, vectorOf } from './queue'
import { getStretch } from '../core/sparse'

type Row = Record<string, unknown>

/** Rows of the outbox read beyond those asked for: some are on their way, or were refused. */
const SPARE = 100
/** Rows of `agreed` read in one go. */
const LOOKED_AT = 1000

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

/** How many records wait, those that were refused among them; not those that the office keeps here. */
export async function countWaiting(db: DeskDatabase): Promise<number> {
  const outbox = db.of('outbox')
  const { notReplicated = [] } = (await db.of('settings').get(SETTINGS_ID)) ?? {}
  const staying = RECORD_TABLES.filter((table) => !goes(table, notReplicated))
  const [all, ...here] = await Promise.all([
    outbox.count(),
    ...staying.map((table) => outbox.where('id').startsWith(outboxId(table, '')).count()),
  ])
  const hanging = keepsTables(notReplicated) ? await countHangingHere(db, notReplicated) : 0
  return here.reduce((left, count) => left - count, all) - hanging
}

/** Waiting 附件 and 扫描件 that stay with their register, where their own tables go. */
async function countHangingHere(db: DeskDatabase, notReplicated: readonly string[]): Promise<number> {
  const waiting = await Promise.all(
    HANGING.filter((table) => goes(table, notReplicated)).map((table) =>
      db.of('outbox').where('id').startsWith(outboxId(table, '')).toArray(),
    ),
  )
  const rows = waiting.flat()
  return rows.length - (await leavingOf(db, rows, notReplicated)).length
}

/**
 * Calls back at once and after changes of what waits, also by another window; answers how to stop. Counting 100,000 rows
 * is work: while they come and go all the time it is done now and then.
 */
export function watchWaiting(db: DeskDatabase, onChange: (waiting: number) => void): () => void {
  const counting = new Paced(async () => onChange(await countWaiting(db)))
  const hear = (changed: object) => {
    if (Object.keys(changed).some((part) => part.startsWith(`idb://${db.name}/outbox/`))) counting.wish()
  }
  Dexie.on('storagemutated', hear)
  counting.wish()
  return () => {
    Dexie.on('storagemutated').unsubscribe(hear)
    counting.stop()
  }
}

/**
 * What is to be sent next, oldest first, at most `limit` records: read in one transaction, so that what is sent is what
 * was written. Refused ones wait, and those that are on their way, and what the office keeps to its machines.
 * @param notReplicated the office's setting.
 * @param sending ids of the outbox: `complaints|<id>`
 * @param from the sequence to begin at: what was taken out before it is not gone through again.
 */
export function readWaiting(
  db: DeskDatabase,
  limit: number,
  notReplicated: readonly string[],
  sending: ReadonlySet<string> = new Set(),
  from = 0,
): Promise<Waiting[]> {
  return db.transaction('r', db.tables, async () => {
    const deviceId = String((await db.of('meta').get('deviceId'))?.value ?? '')
    const isDue = ({ id, table, refused }: OutboxRow) =>
      !refused && !sending.has(id) && goes(table, notReplicated) && isRecordTable(table)
    const due = await dueRows(db, { limit, from, isDue, notReplicated })
    const [agreed, rows] = await Promise.all([
      getStretch(
        db.of('agreed'),
        due.map(({ id }) => id),
      ),
      rowsOf(db, due),
    ])
    return due.flatMap((one, i) => waitingOf(one, rows[i], agreed[i], deviceId))
  })
}

interface DueQuestion {
  limit: number
  from: number
  isDue: (row: OutboxRow) => boolean
  notReplicated: readonly string[]
}

/** Rows of the outbox in the order of the chain: read in one go, which is many times quicker than one by one. */
async function dueRows(
  db: DeskDatabase,
  { limit, from, isDue, notReplicated }: DueQuestion,
): Promise<OutboxRow[]> {
  for (let most = limit + SPARE; ; most *= 4) {
    const rows = await db.of('outbox').where('seq').aboveOrEqual(from).limit(most).toArray()
    const due = await leavingOf(db, rows.filter(isDue), notReplicated)
    if (due.length >= limit || rows.length < most) return due.slice(0, limit)
  }
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
    const now = await getStretch(
      db.of('outbox'),
      sent.map(({ waiting }) => waiting.id),
    )
    const done = sent.filter(({ waiting }, i) => now[i]?.seq === waiting.seq)
    const changed = sent.flatMap(({ waiting }, i) => {
      const out = now[i]
      return out && out.seq !== waiting.seq ? [{ ...out, base: waiting.row }] : []
    })
    await db.of('outbox').bulkDelete(done.map(({ waiting }) => waiting.id))
    await db.of('outbox').bulkPut(changed)
    await db
      .of('agreed')
      .bulkPut(
        sent.map(({ waiting, rev }) => ({ id: waiting.id, rev, seen: waiting.seen, n, ...kept(waiting) })),
      )
  })
}

/** What goes on being known of a version that is sent. */
function kept({ agreed }: Waiting): Pick<Agreed, 'frozen'> {
  return agreed?.frozen ? { frozen: true } : {}
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
    await outbox.bulkPut(rows.flatMap((row) => (row ? [released(row)] : [])))
  })
}

function released({ refused: _then, ...row }: OutboxRow): OutboxRow {
  return row
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
      const out = waiting[i]
      if (out) return out.refused ? [released(out)] : []
      return [{ id, table, recordId, seq: chain?.seq ?? 0, vector: {}, base: null }]
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

/** What was sent under checkpoints behind `n`. Looked through in portions: one by one would take five times as long. */
export async function sentAfter(db: DeskDatabase, n: number): Promise<Agreed[]> {
  const sent: Agreed[] = []
  for (let after = ''; ; ) {
    const rows = await agreedAfter(db, after, LOOKED_AT)
    sent.push(...rows.filter((row) => (row.n ?? 0) > n))
    const last = rows.at(-1)
    if (!last || rows.length < LOOKED_AT) return sent
    after = last.id
  }
}

/** Whether anything waits that goes to the server: entries of the machine's chain behind `pushedSeq`, or records. */
export async function hasWaiting(
  db: DeskDatabase,
  deviceId: string,
  pushedSeq: number,
  notReplicated: readonly string[],
): Promise<boolean> {
  const entries = await entriesAfter(db, deviceId, pushedSeq, 1)
  return entries.length > 0 || (await readWaiting(db, 1, notReplicated)).length > 0
}

/** Whether anything was ever agreed on with a server. */
export async function hasAgreed(db: DeskDatabase): Promise<boolean> {
  return (await db.of('agreed').limit(1).count()) > 0
}

/** How many records both sides know. */
export function countAgreed(db: DeskDatabase): Promise<number> {
  return db.of('agreed').count()
}

/** What was agreed on about records, in the order of the ids. */
export function agreedOn(db: DeskDatabase, ids: readonly string[]): Promise<(Agreed | undefined)[]> {
  return getStretch(db.of('agreed'), ids)
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
  const details = await getStretch(
    db.of('auditDetails'),
    entries.map(({ opId }) => opId),
  )
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
  const digests = new Map<string, string>()
  // Each chain is a stretch of its own.
  for (const deviceId of new Set(places.map((place) => place.deviceId))) {
    const own = places.filter((place) => place.deviceId === deviceId && Number.isSafeInteger(place.seq))
    const keys = own.map(({ seq }) => [deviceId, seq])
    for (const row of await getStretch(db.of('audit'), keys))
      if (row) digests.set(`${deviceId}|${row.seq}`, row.digest)
  }
  return places.map(({ deviceId, seq }) => digests.get(`${deviceId}|${seq}`) ?? null)
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
