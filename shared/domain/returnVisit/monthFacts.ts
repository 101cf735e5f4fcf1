import type { MonthFacts } from '../month/facts'
import type { ReturnVisitRecord } from './types'

/** Return visits in a month (domain 8, 12): each is done when it is written down. */
export const returnVisitMonthFacts: MonthFacts<ReturnVisitRecord> = {
  begunAt: ({ entry }) => entry?.visitedAt ?? null,
  endedAt: (record) => record.void?.at ?? record.entry?.visitedAt ?? null,
  isWithdrawn: (record) => record.void !== null,
  fixed: ['entry'],
}
