import type { Instant } from '../../../shared/util/instant'
import { type MonthId, monthOf, nextMonth } from '../../../shared/util/months'
import { countsAsDone, countsAsNew, type MonthFacts } from '../../../shared/domain/month/facts'

/**
 * The orders of the list index by which a month is read (domain 12), each by the instant alone:
 * - `new`: matters that count as 新增, by when they came in;
 * - `live`: records that are open now, by when they came in;
 * - `ended`: records that have ended, by when;
 * - `goesOn`: of those the few whose end is not the end of their matter;
 * - `withdrawn`: of those the few that ended their matter without being dealt with (作废, 并案).
 */
export const MONTH_ORDERS = ['new', 'live', 'ended', 'goesOn', 'withdrawn'] as const
export type MonthOrder = (typeof MONTH_ORDERS)[number]

/** Where a row stands in them. */
export function monthOrdersOf<R>(facts: MonthFacts<R>, row: R): Partial<Record<MonthOrder, string>> {
  const [begun, ended] = [facts.begunAt(row), facts.endedAt(row)]
  return {
    ...(begun !== null && countsAsNew(facts, row) ? { new: begun } : {}),
    ...(begun !== null && ended === null ? { live: begun } : {}),
    ...(ended === null ? {} : { ended }),
    ...(ended === null ? {} : endOf(facts, row, ended)),
  }
}

function endOf<R>(facts: MonthFacts<R>, row: R, ended: Instant): Partial<Record<MonthOrder, string>> {
  if (!countsAsDone(facts, row)) return { goesOn: ended }
  return facts.isWithdrawn?.(row) ? { withdrawn: ended } : {}
}

/** What is counted month by month; what is open now is few enough to be counted when it is asked for. */
export const COUNTED_ORDERS = ['new', 'ended', 'goesOn', 'withdrawn'] as const
export type CountedOrder = (typeof COUNTED_ORDERS)[number]

/** Counters of months start with this, as no facet does. */
export const MONTH_COUNTER = '@'

/** The counter of a month: `@ended:2026-03`. */
export function monthCounter(order: CountedOrder, month: string): string {
  return `${MONTH_COUNTER}${order}:${month}`
}

/** The counters of months that a row is counted in. */
export function monthCountersOf<R>(facts: MonthFacts<R>, row: R): string[] {
  const orders = monthOrdersOf(facts, row)
  return COUNTED_ORDERS.flatMap((order) => {
    const at = orders[order]
    return at === undefined ? [] : [monthCounter(order, quickMonthOf(at))]
  })
}

/** No matter of an office goes on for longer; a date that was mistyped by centuries must not fill the index. */
const MOST_MONTHS = 600

/** The months at whose beginning a record that has ended since was open: what a month of long ago began with is read by it. */
export function monthsBegunOpen<R>(facts: MonthFacts<R>, row: R): MonthId[] {
  const [begun, ended] = [facts.begunAt(row), facts.endedAt(row)]
  if (begun === null || ended === null) return []
  const [months, last] = [[] as MonthId[], quickMonthOf(ended)]
  for (let month = quickMonthOf(begun); month < last && months.length < MOST_MONTHS; ) {
    month = nextMonth(month)
    months.push(month)
  }
  return months
}

/** `monthOf`, without asking the calendar in the middle of a month, where no zone of the world has another one. */
export function quickMonthOf(at: Instant): MonthId {
  const day = Number(at.slice(8, 10))
  return day > 1 && day < 28 ? at.slice(0, 7) : monthOf(at)
}
