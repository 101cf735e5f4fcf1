import type { Goal } from '../../domain/visit/goals'
import type { Suggestion, VisitMonth } from '../../domain/visitMonth/types'
import type { Sheet } from '../layout/frame'

/** How many households of how many; what follows from that is said by the rule. */
export type GoalFigure = Pick<Goal, 'numerator' | 'denominator'>

/** What of a month of visits goes on the paper; `{}` is the blank form. */
export type VisitMonthOnPaper = Partial<
  Pick<VisitMonth, 'id' | 'snapshot' | 'submission' | 'decisions' | 'summary'> & {
    goals: { month: GoalFigure; year: GoalFigure } | null
  }
>

export interface VisitSummaryInput {
  sheet: Sheet
  month: VisitMonthOnPaper
  /** The 意见和建议 of the month's visits, decided on or not. */
  suggestions: readonly Suggestion[]
  /** The goals as they are now, for a month whose own were not kept yet. */
  goals?: { month: GoalFigure; year: GoalFigure } | null
}

/** `2026-11` → `2026年11月`, '' for none. */
export function monthWords(id: string | undefined): string {
  if (!id) return ''
  const [year = '', month = ''] = id.split('-')
  return `${year}年${Number(month)}月`
}
