import type { CarryOver } from '../../../shared/domain/month/statistics'
import type { MonthFacts } from '../../../shared/domain/month/facts'
import type { Instant } from '../../../shared/util/instant'
import type { Span } from '../../../shared/util/months'
import type { DeskDatabase } from '../core/database'
import type { MonthOrder } from '../core/monthOrders'
import { KEY_SEPARATOR, orderName } from '../core/rowTraits'
import type { RecordTable, RecordTables } from '../core/tables'
import { asRead } from './reading'
import { facetRange, type KeyRange, keysIn } from './ranges'

/** The part of a month's order from `from` up to, without, `until`; to its end where that is left out. */
export function monthRange(order: MonthOrder, from = '', until?: Instant): KeyRange {
  return until === undefined ? facetRange(orderName(order), from) : facetRange(orderName(order), from, until)
}

/** The instants of a month's order in a range; no row is read. */
export async function instantsIn(
  db: DeskDatabase,
  table: RecordTable,
  order: MonthOrder,
  from = '',
  until?: Instant,
): Promise<Instant[]> {
  const keys = await keysIn(db, table, monthRange(order, from, until))
  return keys.map((key) => key.split(KEY_SEPARATOR)[1] ?? '')
}

/** Rows of a range of the list index, as whoever is signed in sees them. */
export async function rowsIn<K extends RecordTable>(
  db: DeskDatabase,
  table: K,
  { from, to }: KeyRange,
): Promise<RecordTables[K][]> {
  const rows = await db.table(table).where('listKeys').between(from, to, true, false).toArray()
  return (rows as RecordTables[K][]).map((row) => asRead(db, table, row))
}

/** States of a record that has not come in yet: a reserved number, a visit that is planned. They may be overdue all the same. */
const NOT_YET_IN = ['state:reserved', 'state:planned']

/** Rows of a register that were open at some moment of the span, and those that have a number but did not come in yet. */
export async function liveRows<K extends RecordTable>(
  db: DeskDatabase,
  table: K,
  facts: MonthFacts<RecordTables[K]>,
  { from, until }: Span,
): Promise<RecordTables[K][]> {
  const [open, ended, ...waiting] = await Promise.all([
    rowsIn(db, table, monthRange('live', '', until)),
    endedSince(db, table, { from, until }),
    ...NOT_YET_IN.map((facet) => rowsIn(db, table, facetRange(facet))),
  ])
  const inTime = ended.filter((row) => (facts.begunAt(row) ?? facts.endedAt(row) ?? until) < until)
  return [...open, ...inTime, ...waiting.flat()]
}

/**
 * Rows that ended in a span or later, without those that the keys alone show to have come in after it: of a month a year
 * ago a whole year's rows would be read for a few.
 */
async function endedSince<K extends RecordTable>(
  db: DeskDatabase,
  table: K,
  { from, until }: Span,
): Promise<RecordTables[K][]> {
  const cameLater = await idsIn(db, table, monthRange('new', until))
  if (cameLater.length === 0) return rowsIn(db, table, monthRange('ended', from))
  const left = new Set(cameLater)
  const ids = (await idsIn(db, table, monthRange('ended', from))).filter((id) => !left.has(id))
  const rows = (await db.table(table).bulkGet(ids)) as (RecordTables[K] | undefined)[]
  return rows.flatMap((row) => (row ? [asRead(db, table, row)] : []))
}

/** Ids of the rows themselves, not those that a key names: a row that was slipped in past the app is seen too. */
async function idsIn(db: DeskDatabase, table: RecordTable, { from, to }: KeyRange): Promise<string[]> {
  const range = db.table(table).where('listKeys').between(from, to, true, false)
  return (await range.primaryKeys()) as string[]
}

/** What the index says of a register at any moment: how many matters were open then. */
export interface FlowIndex {
  openAt: (at: Instant) => number
  addedWithin: (span: Span) => number
  /** 已完成: ends of matters that were dealt with. */
  completedWithin: (span: Span) => number
  /** 作废 and 并案 of what had counted. */
  withdrawnWithin: (span: Span) => number
}

/**
 * Counts on keys alone, from `since` on: open now, less what came in after a moment, and what ended after it again.
 * Asked for moments before `since` it knows nothing.
 */
export async function flowIndex(db: DeskDatabase, table: RecordTable, since: Instant): Promise<FlowIndex> {
  const [live, added, ended, goesOn, withdrawn] = await Promise.all([
    instantsIn(db, table, 'live'),
    instantsIn(db, table, 'new', since),
    instantsIn(db, table, 'ended', since),
    instantsIn(db, table, 'goesOn', since),
    instantsIn(db, table, 'withdrawn', since),
  ])
  const within = (instants: Instant[], { from, until }: Span) =>
    before(instants, until) - before(instants, from)
  const done = ended.length - goesOn.length
  return {
    addedWithin: (span) => within(added, span),
    completedWithin: (span) => within(ended, span) - within(goesOn, span) - within(withdrawn, span),
    withdrawnWithin: (span) => within(withdrawn, span),
    openAt: (at) => {
      const addedLater = added.length - before(added, at)
      const doneLater = done - (before(ended, at) - before(goesOn, at))
      return live.length - addedLater + doneLater
    },
  }
}

/** How many of sorted instants lie before one. */
function before(instants: readonly Instant[], at: Instant): number {
  let [low, high] = [0, instants.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((instants[middle] ?? '') < at) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The arithmetic of domain 12 for one register and span.
 * @param signed 结转 of the month before as it was signed; null where it was not.
 */
export function carryOver(index: FlowIndex, span: Span, signed: number | null): CarryOver {
  const found = index.openAt(span.from)
  const carriedIn = signed ?? found
  const adjusted = found - carriedIn
  const added = index.addedWithin(span)
  const withdrawn = index.withdrawnWithin(span)
  const completed = index.completedWithin(span)
  const due = carriedIn + adjusted + added
  return { carriedIn, adjusted, added, due, completed, withdrawn, carriedOut: due - completed - withdrawn }
}
