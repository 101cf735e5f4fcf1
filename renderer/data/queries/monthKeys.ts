import type { CarryOver } from '../../../shared/domain/month/statistics'
import type { MonthFacts } from '../../../shared/domain/month/facts'
import type { Instant } from '../../../shared/util/instant'
import { type MonthId, monthOf, monthSpan, nextMonth, type Span } from '../../../shared/util/months'
import type { DeskDatabase } from '../core/database'
import { type CountedOrder, monthCounter, type MonthOrder } from '../core/monthOrders'
import { begunOpen, orderName } from '../core/rowTraits'
import type { RecordTable, RecordTables } from '../core/tables'
import { asRead } from './reading'
import { countRange, facetRange, type KeyRange } from './ranges'

/** Closes a prefix range. */
const END = '\uffff'

/** The part of a month's order from `from` up to, without, `until`; to its end where that is left out. */
export function monthRange(order: MonthOrder, from = '', until?: Instant): KeyRange {
  return until === undefined ? facetRange(orderName(order), from) : facetRange(orderName(order), from, until)
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

/** A row that is open now, and when it came in. */
interface OpenRow<R> {
  begun: Instant
  row: R
}

/**
 * What is open now of each register, as far as it came in before a moment: read once for all spans that end by then, for
 * the open matters of an office may be more than a month of it.
 */
export class OpenRows {
  // Rows and no promises of them: one that was made elsewhere would lead out of a transaction.
  private readonly read = new Map<RecordTable, OpenRow<unknown>[]>()

  constructor(
    private readonly db: DeskDatabase,
    private readonly until: Instant,
  ) {}

  /** Those that came in before `until`, by when. Throws where that is later than what was read. */
  async before<K extends RecordTable>(table: K, until: Instant): Promise<RecordTables[K][]> {
    if (until > this.until) throw new RangeError(`${until} is later than what was read`)
    const known = this.read.get(table) ?? (await this.readOf(table))
    this.read.set(table, known)
    const rows = known as OpenRow<RecordTables[K]>[]
    return rows.filter(({ begun }) => begun < until).map(({ row }) => row)
  }

  private async readOf<K extends RecordTable>(table: K): Promise<OpenRow<unknown>[]> {
    const { from, to } = monthRange('live', '', this.until)
    const rows = await this.db.table(table).where('listKeys').between(from, to, true, false).toArray()
    return (rows as (RecordTables[K] & { listKeys: string[] })[]).map((row) => {
      const key = row.listKeys.find((one) => one >= from && one < to) ?? from
      return { begun: key.slice(from.length), row: asRead(this.db, table, row) }
    })
  }
}

/** Rows of a register that were open at some moment of the span, and those that have a number but did not come in yet. */
export async function liveRows<K extends RecordTable>(
  db: DeskDatabase,
  table: K,
  facts: MonthFacts<RecordTables[K]>,
  { from, until }: Span,
  openRows = new OpenRows(db, until),
): Promise<RecordTables[K][]> {
  const [open, ended, ...waiting] = await Promise.all([
    openRows.before(table, until),
    endedSince(db, table, { from, until }),
    ...NOT_YET_IN.map((facet) => rowsIn(db, table, facetRange(facet))),
  ])
  const inTime = ended.filter((row) => (facts.begunAt(row) ?? facts.endedAt(row) ?? until) < until)
  return [...open, ...inTime, ...waiting.flat()]
}

/**
 * Rows that ended in a span, or after it and were open at its end: by the keys of the months at whose beginning they were
 * open, so that a month of long ago reads its own records and not those of all years since.
 */
async function endedSince<K extends RecordTable>(
  db: DeskDatabase,
  table: K,
  { from, until }: Span,
): Promise<RecordTables[K][]> {
  const end = isMonthStart(until) ? until : monthSpan(monthOf(until)).until
  const [ended, over] = await Promise.all([
    rowsIn(db, table, monthRange('ended', from, end)),
    rowsIn(db, table, facetRange(begunOpen(monthOf(end)))),
  ])
  return [...ended, ...over]
}

function isMonthStart(at: Instant): boolean {
  return monthSpan(monthOf(at)).from === at
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
 * By the counters of the months and, for a span that begins or ends within one, the keys of the rest of it: open now, less
 * what came in after a moment, and what ended after it again. Of other moments than the span's it knows the beginnings of
 * months from its first on.
 */
export async function flowIndex(db: DeskDatabase, table: RecordTable, span: Span): Promise<FlowIndex> {
  const countsOf = (order: CountedOrder) => countsFrom(db, table, order, span)
  const [live, added, ended, goesOn, withdrawn] = await Promise.all([
    countRange(db, table, monthRange('live')),
    countsOf('new'),
    countsOf('ended'),
    countsOf('goesOn'),
    countsOf('withdrawn'),
  ])
  const within = (count: CountFrom, { from, until }: Span) => count(from) - count(until)
  return {
    addedWithin: (asked) => within(added, asked),
    completedWithin: (asked) => within(ended, asked) - within(goesOn, asked) - within(withdrawn, asked),
    withdrawnWithin: (asked) => within(withdrawn, asked),
    openAt: (at) => live - added(at) + ended(at) - goesOn(at),
  }
}

/** How many instants of an order there are from a moment on. */
type CountFrom = (at: Instant) => number

async function countsFrom(
  db: DeskDatabase,
  table: RecordTable,
  order: CountedOrder,
  { from, until }: Span,
): Promise<CountFrom> {
  const idOf = (month: string) => `${table}|${monthCounter(order, month)}`
  const counters = await db
    .of('counters')
    .where('id')
    .between(idOf(monthOf(from)), idOf(END))
    .toArray()
  const fromMonth = (month: MonthId) => {
    const first = idOf(month)
    return counters.reduce((sum, { id, count }) => (id < first ? sum : sum + count), 0)
  }
  const edges = new Map<Instant, number>()
  for (const edge of [from, until]) {
    if (isMonthStart(edge)) continue
    const rest = monthRange(order, edge, monthSpan(monthOf(edge)).until)
    edges.set(edge, (await countRange(db, table, rest)) + fromMonth(nextMonth(monthOf(edge))))
  }
  return (at) => {
    const known = edges.get(at)
    if (known !== undefined) return known
    if (!isMonthStart(at) || at < monthSpan(monthOf(from)).from) throw new RangeError(`${at} is no edge`)
    return fromMonth(monthOf(at))
  }
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
