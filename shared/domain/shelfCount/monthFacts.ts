import type { MonthFacts } from '../month/facts'
import type { ShelfCount } from './types'

/** 盘点 in a month: by its begin; a finished one stands as it is. */
export const shelfCountMonthFacts: MonthFacts<ShelfCount> = {
  begunAt: ({ startedAt }) => startedAt,
  endedAt: ({ finishedAt }) => finishedAt,
  fixed: [],
}
