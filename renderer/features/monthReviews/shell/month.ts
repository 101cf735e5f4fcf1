import { createContext, useContext } from 'react'
import type { CheckLine } from '../../../../shared/domain/month/check'
import type { MonthView } from '../../../../shared/domain/month/view'
import type { MonthReview, MonthSeal } from '../../../../shared/domain/monthReview/types'
import type { MonthId } from '../../../../shared/util/months'

/** What every tab of a month knows. Live: follows every later write. */
export interface OpenedMonth {
  month: MonthId
  /** null until somebody may open it: a month that has not begun has no review. */
  record: MonthReview | null
  /** What was signed last; stays where the month was reopened, until it is signed again. */
  seal: MonthSeal | null
  /** The month's records as they are now; null while they are read. */
  view: MonthView | null
  /** The checklist: of a signed month as it was signed, else as the records are now; null while it is read. */
  checks: readonly CheckLine[] | null
}

export const MonthContext = createContext<OpenedMonth | null>(null)

/** The month whose screen is open. */
export function useMonth(): OpenedMonth {
  const month = useContext(MonthContext)
  if (!month) throw new Error('useMonth outside MonthProvider')
  return month
}
