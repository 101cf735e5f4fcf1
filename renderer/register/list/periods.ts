import { instantOf, isCivilDay, shiftDay, shiftMonth } from '../../../shared/util/civilTime'
import type { CivilDay, Instant } from '../../../shared/util/instant'

/** Periods that move with the calendar: what is saved under 本月 is next month's then. */
export const NAMED_PERIODS = ['thisMonth', 'lastMonth', 'thisYear'] as const
export type NamedPeriod = (typeof NAMED_PERIODS)[number]

/** First and last day, both in it; null is open. */
export interface Days {
  from: CivilDay | null
  to: CivilDay | null
}

const BETWEEN = '..'
const BEGIN = '0000'
const END = '9999'

/** A period of one's own as a filter's value: `2026-01-01..2026-03-31`; either end may be open. */
export function customPeriod({ from, to }: Days): string {
  return `${from ?? ''}${BETWEEN}${to ?? ''}`
}

/** True for a period given by its days. */
export function isCustom(value: string): boolean {
  return value.includes(BETWEEN)
}

/** The days of a filter's value, seen `today`; nothing where it is not understood. */
export function periodDays(value: string, today: CivilDay): Days {
  const month = `${today.slice(0, 8)}01`
  if (value === 'thisMonth') return { from: month, to: shiftDay(shiftMonth(month, 1), -1) }
  if (value === 'lastMonth') return { from: shiftMonth(month, -1), to: shiftDay(month, -1) }
  if (value === 'thisYear') return { from: `${today.slice(0, 5)}01-01`, to: `${today.slice(0, 5)}12-31` }
  const [from = '', to = ''] = value.split(BETWEEN)
  return { from: isCivilDay(from) ? from : null, to: isCivilDay(to) ? to : null }
}

/** From when (with it) until when (without it), as the sort keys that begin with an instant; null for all time. */
export function periodRange(value: string, today: CivilDay): { from: Instant; to: Instant } | null {
  const { from, to } = periodDays(value, today)
  if (!from && !to) return null
  return {
    from: from ? instantOf(from) : BEGIN,
    // Both days belong to it, in whatever order they were given.
    to: to ? instantOf(shiftDay(to, 1)) : END,
  }
}
