import { countsAsDone, countsAsNew, type MonthFacts } from '../../../shared/domain/month/facts'

/**
 * The orders of the list index by which a month is read (domain 12), each by the instant alone:
 * - `new`: matters that count as 新增, by when they came in;
 * - `live`: records that are open now, by when they came in;
 * - `ended`: records that have ended, by when;
 * - `goesOn`: of those the few whose end is not the end of their matter.
 */
export const MONTH_ORDERS = ['new', 'live', 'ended', 'goesOn'] as const
export type MonthOrder = (typeof MONTH_ORDERS)[number]

/** Where a row stands in them. */
export function monthOrdersOf<R>(facts: MonthFacts<R>, row: R): Partial<Record<MonthOrder, string>> {
  const [begun, ended] = [facts.begunAt(row), facts.endedAt(row)]
  return {
    ...(begun !== null && countsAsNew(facts, row) ? { new: begun } : {}),
    ...(begun !== null && ended === null ? { live: begun } : {}),
    ...(ended === null ? {} : { ended }),
    ...(ended !== null && !countsAsDone(facts, row) ? { goesOn: ended } : {}),
  }
}
