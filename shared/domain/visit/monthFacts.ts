import type { MonthFacts } from '../month/facts'
import type { Visit } from './types'

/** Visits in a month (domain 8, 12): by 访问时间; a planned one belongs to none yet. */
export const visitMonthFacts: MonthFacts<Visit> = {
  begunAt: ({ findings }) => findings?.visitedAt ?? null,
  endedAt: (record) => record.closedAt ?? record.void?.at ?? null,
  isWithdrawn: (record) => record.void !== null,
  fixed: ['plan', 'findings'],
  dated: ({ feedback }) => [feedback?.at],
}
