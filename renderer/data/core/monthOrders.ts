import type { Instant } from '../../../shared/util/instant'
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
