import type { MonthFacts } from '../month/facts'
import type { ReturnVisitRecord } from './types'

/** Return visits in a month (domain 8, 12): each is done when it is written down, and one that is 作废 counts nowhere. */
export const returnVisitMonthFacts: MonthFacts<ReturnVisitRecord> = {
  begunAt: ({ entry }) => entry?.visitedAt ?? null,
  endedAt: ({ entry, void: voided }) => entry?.visitedAt ?? voided?.at ?? null,
  isWithdrawn: (record) => record.void !== null,
  fixed: ['entry'],
}
