import type { MonthFacts } from '../month/facts'
import type { Correction } from './types'

/** 更正单 in a month: they show in the review of the month in which they were asked for. */
export const correctionMonthFacts: MonthFacts<Correction> = {
  begunAt: ({ createdAt }) => createdAt,
  endedAt: (record) => record.appliedAt ?? record.void?.at ?? rejectedAt(record),
  isWithdrawn: (record) => record.void !== null,
  fixed: ['target', 'changes', 'reason'],
}

function rejectedAt({ state, verification, approval }: Correction): string | null {
  return state === 'rejected' ? ((approval ?? verification)?.at ?? null) : null
}
