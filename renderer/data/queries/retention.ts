import { DEFAULT_SETTINGS } from '../../../shared/domain/office/settings'
import {
  type Exception,
  exceptionOf,
  isHeld,
  type RetainedRows,
  RETENTION,
} from '../../../shared/domain/privacy/retention'
import { placeId, RETAINED, type RetainedTable } from '../../../shared/domain/privacy/types'
import { addCivilDays, addCivilYears } from '../../../shared/util/civilTime'
import type { Instant } from '../../../shared/util/instant'
import type { DeskDatabase } from '../core/database'
import { KEY_SEPARATOR, orderName } from '../core/rowTraits'
import { SETTINGS_ID } from '../core/tables'
import { facetRange } from './ranges'
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

/** More are not counted for 今日: an office that never erases would have all its years counted at each look. */
export const MOST_COUNTED = 100

/**
 * How many records of all registers are past their period and may be erased, up to `MOST_COUNTED`; none for who may not
 * erase.
 */
export async function countDue(db: DeskDatabase, now: Instant): Promise<number> {
  let count = 0
  for (const table of RETAINED) {
    if (count >= MOST_COUNTED) break
    count += (await dueIn(db, table, now, MOST_COUNTED)).free.size
  }
  return Math.min(count, MOST_COUNTED)
}

/**
 * What of a register is past its period (domain 13), for who may erase it (`privacy.erase`), nothing for others. Numbered
 * registers are read from the index alone, besides those whose rows say that they are disputed or 限阅.
 * @param most of those without a hold, the oldest: so many are enough to be told.
 */
export async function dueIn(
  db: DeskDatabase,
  table: RetainedTable,
  now: Instant,
  most = Number.POSITIVE_INFINITY,
): Promise<DueRegister> {
  if (!readerMay(db, 'privacy.erase')) return { table, places: [], free: new Set() }
  const period = { years: await yearsOf(db, table), now }
  const places = INDEXED.has(table)
    ? await indexed(db, table, period, most + (await holdsOf(db, table).count()))
    : await looked(db, table, period)
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
  period: Period,
  most: number,
): Promise<DuePlace[]> {
  const { from, to } = facetRange(orderName('kept'), '', around(period, 2))
  const range = db.table(table).where('listKeys').between(from, to, true, false)
  const keys = (await (Number.isFinite(most) ? range.limit(most) : range).keys()) as string[]
  // Of hundreds of thousands only the last days are asked of the calendar.
  const surely = around(period, -2)
  return keys.flatMap((key) => {
    const [, endedAt = '', id = ''] = key.split(KEY_SEPARATOR)
    return endedAt < surely || isPast(endedAt, period) ? [{ id, endedAt }] : []
  })
}

interface Period {
  years: number
  now: Instant
}

function isPast(endedAt: Instant, { years, now }: Period): boolean {
  return addCivilYears(endedAt, years) < now
}

/** Some days before or after what is just past its period: a corresponding day that the calendar lacks is one day off. */
function around({ years, now }: Period, days: number): Instant {
  return addCivilDays(addCivilYears(now, -years), days)
}

function holdsOf(db: DeskDatabase, table: RetainedTable) {
  return db.of('retentionHolds').where('id').startsWith(placeId(table, ''))
}

async function looked<K extends RetainedTable>(
  db: DeskDatabase,
  table: K,
  period: Period,
): Promise<DuePlace[]> {
  const places: DuePlace[] = []
  for await (const row of rowsToLookAt(db, table, around(period, 2))) {
    const endedAt = row.erased ? null : RETENTION[table].endedAt(row)
    if (endedAt !== null && isPast(endedAt, period)) places.push({ id: row.id, endedAt })
  }
  return places.toSorted((a, b) => (a.endedAt < b.endedAt ? -1 : 1))
}

/** Tables of the estate are as large as it is; of scans only those that were thrown away have an end of their own. */
async function* rowsToLookAt<K extends RetainedTable>(
  db: DeskDatabase,
  table: K,
  latest: Instant,
): AsyncGenerator<RetainedRows[K]> {
  if (table === 'scans') {
    const { from, to } = facetRange('state:discarded', '', latest)
    for (const row of await db.table(table).where('listKeys').between(from, to, true, false).toArray())
      yield readAs(db, table, row)
    return
  }
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
  const holds = await holdsOf(db, table).toArray()
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
