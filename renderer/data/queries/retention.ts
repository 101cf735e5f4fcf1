import { DEFAULT_SETTINGS } from '../../../shared/domain/office/settings'
import {
  type Exception,
  exceptionOf,
  isHeld,
  type RetainedRows,
  RETENTION,
} from '../../../shared/domain/privacy/retention'
import { placeId, RETAINED, type RetainedTable } from '../../../shared/domain/privacy/types'
import { addCivilYears } from '../../../shared/util/civilTime'
import type { Instant } from '../../../shared/util/instant'
import type { DeskDatabase } from '../core/database'
import { KEY_SEPARATOR, orderName } from '../core/rowTraits'
import { SETTINGS_ID } from '../core/tables'
import { facetRange, keysIn } from './ranges'
import { asRead, readerMay } from './reading'

/** A record whose period is over, by its place alone: of thousands only those in sight are read. */
export interface DuePlace {
  id: string
  endedAt: Instant
}

/** What is past its period in a register, the oldest first, and which of it is erased with the others. */
export interface DueRegister {
  table: RetainedTable
  places: DuePlace[]
  /** Ids of those without an exception. */
  free: ReadonlySet<string>
}

/** A record whose period is over. */
export interface DueRecord extends DuePlace {
  table: RetainedTable
  /** Number, or what it is called. */
  title: string
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

const PORTION = 500

/** How many records of all registers are past their period and may be erased; none for who may not erase. */
export async function countDue(db: DeskDatabase, now: Instant): Promise<number> {
  const all = await Promise.all(RETAINED.map((table) => dueIn(db, table, now)))
  return all.reduce((sum, { free }) => sum + free.size, 0)
}

/**
 * What of a register is past its period (domain 13), for who may erase it (`privacy.erase`), nothing for others. Numbered
 * registers are read from the index alone, besides those whose rows say that they are disputed or 限阅.
 */
export async function dueIn(db: DeskDatabase, table: RetainedTable, now: Instant): Promise<DueRegister> {
  if (!readerMay(db, 'privacy.erase')) return { table, places: [], free: new Set() }
  const years = await yearsOf(db, table)
  const places = INDEXED.has(table)
    ? await indexed(db, table, years, now)
    : await scanned(db, table, years, now)
  const excepted = await exceptedIn(db, table, places, now)
  return { table, places, free: new Set(places.flatMap(({ id }) => (excepted.has(id) ? [] : [id]))) }
}

/** The records at some of those places, as they are shown; one that was erased meanwhile is left out. */
export async function dueRecords(
  db: DeskDatabase,
  table: RetainedTable,
  places: readonly DuePlace[],
  now: Instant,
): Promise<DueRecord[]> {
  if (!readerMay(db, 'privacy.erase')) return []
  const years = await yearsOf(db, table)
  const rows = await db.table(table).bulkGet(places.map(({ id }) => id))
  const holds = await db.of('retentionHolds').bulkGet(places.map(({ id }) => placeId(table, id)))
  const found = places.map(async ({ id, endedAt }, at): Promise<DueRecord[]> => {
    const row = rows[at] && readAs(db, table, rows[at])
    if (!row || row.erased) return []
    const hold = holds[at] ?? null
    const exception = exceptionOf(table, row, hold, now)
    return [
      {
        table,
        id,
        title: RETENTION[table].title(row),
        endedAt,
        keptUntil: addCivilYears(endedAt, years),
        exception,
        hold: exception === 'held' && hold ? { until: hold.until, reason: hold.reason } : null,
        files: await db.of('attachments').where('recordId').equals(id).count(),
      },
    ]
  })
  return (await Promise.all(found)).flat()
}

async function yearsOf(db: DeskDatabase, table: RetainedTable): Promise<number> {
  const { retention } = (await db.of('settings').get(SETTINGS_ID)) ?? DEFAULT_SETTINGS
  return retention[table]
}

function readAs<K extends RetainedTable>(db: DeskDatabase, table: K, stored: object): RetainedRows[K] {
  return asRead(db, table, stored as never) as unknown as RetainedRows[K]
}

/** Each key says when its record ended and which it is; what was erased stands in this order no more. */
async function indexed(
  db: DeskDatabase,
  table: RetainedTable,
  years: number,
  now: Instant,
): Promise<DuePlace[]> {
  const keys = await keysIn(db, table, facetRange(orderName('kept'), '', now))
  return keys.flatMap((key) => {
    const [, endedAt = '', id = ''] = key.split(KEY_SEPARATOR)
    return addCivilYears(endedAt, years) < now ? [{ id, endedAt }] : []
  })
}

async function scanned<K extends RetainedTable>(
  db: DeskDatabase,
  table: K,
  years: number,
  now: Instant,
): Promise<DuePlace[]> {
  const places: DuePlace[] = []
  for await (const row of rowsOf(db, table)) {
    const endedAt = row.erased ? null : RETENTION[table].endedAt(row)
    if (endedAt !== null && addCivilYears(endedAt, years) < now) places.push({ id: row.id, endedAt })
  }
  return places.toSorted((a, b) => (a.endedAt < b.endedAt ? -1 : 1))
}

async function* rowsOf<K extends RetainedTable>(db: DeskDatabase, table: K): AsyncGenerator<RetainedRows[K]> {
  let after = ''
  for (;;) {
    const rows: { id: string }[] = await db.table(table).where('id').above(after).limit(PORTION).toArray()
    for (const row of rows) yield readAs(db, table, row)
    const last = rows.at(-1)
    if (!last || rows.length < PORTION) return
    after = last.id
  }
}

/** Ids of those that are not erased with the others. Only some registers have exceptions that stand in the row itself. */
async function exceptedIn<K extends RetainedTable>(
  db: DeskDatabase,
  table: K,
  places: readonly DuePlace[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  const holds = await db.of('retentionHolds').where('id').startsWith(placeId(table, '')).toArray()
  const excepted = new Set(holds.flatMap((hold) => (isHeld(hold, now) ? [hold.recordId] : [])))
  const { isDisputed, isRestricted } = RETENTION[table]
  if (!isDisputed && !isRestricted) return excepted
  for (let from = 0; from < places.length; from += PORTION) {
    const rows = await db.table(table).bulkGet(places.slice(from, from + PORTION).map(({ id }) => id))
    for (const row of rows)
      if (row && exceptionOf<K>(table, readAs(db, table, row), null, now)) excepted.add(row.id)
  }
  return excepted
}
