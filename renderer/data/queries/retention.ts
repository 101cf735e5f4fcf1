import { DEFAULT_SETTINGS } from '../../../shared/domain/office/settings'
import {
  type Exception,
  exceptionOf,
  keptUntil,
  type RetainedRows,
  RETENTION,
} from '../../../shared/domain/privacy/retention'
import { placeId, RETAINED, type RetainedTable } from '../../../shared/domain/privacy/types'
import type { Instant } from '../../../shared/util/instant'
import type { DeskDatabase } from '../core/database'
import { orderName } from '../core/rowTraits'
import { SETTINGS_ID } from '../core/tables'
import { asRead } from './reading'
import { facetRange } from './ranges'

/** A record whose period is over. */
export interface DueRecord {
  table: RetainedTable
  id: string
  /** Number, or what it is called. */
  title: string
  endedAt: Instant
  /** The last moment of its period. */
  keptUntil: Instant
  exception: Exception | null
  /** Of a record that is held: until which day, and why. */
  hold: { until: string; reason: string } | null
  /** Files that go with it. */
  files: number
}

/** Registers whose records stand in the order `kept` of the list index; of the others all rows are looked at. */
const INDEXED: ReadonlySet<RetainedTable> = new Set([
  'complaints',
  'incidents',
  'lostItems',
  'lostReports',
  'visits',
  'returnVisits',
])

/** How many records of each register are past their period at a moment, exceptions apart; by index where there is one. */
export async function countDue(db: DeskDatabase, now: Instant): Promise<Record<RetainedTable, number>> {
  const counts = await Promise.all(
    RETAINED.map(async (table) => [table, (await dueIn(db, table, now)).length]),
  )
  return Object.fromEntries(counts) as Record<RetainedTable, number>
}

/** The records of a register past their period, the oldest first (domain 13); director's eyes only. */
export async function dueIn(db: DeskDatabase, table: RetainedTable, now: Instant): Promise<DueRecord[]> {
  const { retention } = (await db.of('settings').get(SETTINGS_ID)) ?? DEFAULT_SETTINGS
  const rows = await rowsOf(db, table, now)
  const past = rows.flatMap((row) => {
    const until = row.erased ? null : keptUntil(table, row, retention[table])
    return until !== null && until < now ? [{ row, until }] : []
  })
  const found = await Promise.all(past.map(({ row, until }) => dueOf(db, table, row, until, now)))
  return found.toSorted((a, b) => (a.endedAt < b.endedAt ? -1 : 1))
}

async function rowsOf<K extends RetainedTable>(
  db: DeskDatabase,
  table: K,
  now: Instant,
): Promise<RetainedRows[K][]> {
  const { from, to } = facetRange(orderName('kept'), '', now)
  const rows = INDEXED.has(table)
    ? await db.table(table).where('listKeys').between(from, to, true, false).toArray()
    : await db.table(table).toArray()
  return rows.map((row: object) => asRead(db, table, row as never) as unknown as RetainedRows[K])
}

async function dueOf<K extends RetainedTable>(
  db: DeskDatabase,
  table: K,
  row: RetainedRows[K],
  until: Instant,
  now: Instant,
): Promise<DueRecord> {
  const hold = (await db.of('retentionHolds').get(placeId(table, row.id))) ?? null
  const exception = exceptionOf(table, row, hold, now)
  const { title, endedAt } = RETENTION[table]
  return {
    table,
    id: row.id,
    title: title(row),
    endedAt: endedAt(row) ?? until,
    keptUntil: until,
    exception,
    hold: exception === 'held' && hold ? { until: hold.until, reason: hold.reason } : null,
    files: await db.of('attachments').where('recordId').equals(row.id).count(),
  }
}
