import type { MonthFacts } from '../month/facts'
import type { LostReport } from './types'

/** 寻物 in a month: in by 登记时间, out when it was found or given up. */
export const lostReportMonthFacts: MonthFacts<LostReport> = {
  begunAt: ({ intake }) => intake.registeredAt,
  endedAt: (record) => record.ending?.at ?? record.void?.at ?? null,
  isWithdrawn: (record) => record.void !== null,
  fixed: ['intake'],
}
