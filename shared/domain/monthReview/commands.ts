import type { MonthId } from '../../util/months'
import type { RuleContext } from '../register/types'
import { monthReviewLife } from './lifecycle'
import type { MonthReview } from './types'

/** The review of a month, begun when somebody looks at it or when the month is over. Its number is the month itself. */
export function openReview(month: MonthId, ctx: RuleContext): MonthReview {
  const given = { number: month, year: Number(month.slice(0, 4)), seq: Number(month.slice(5)) }
  const fields = {
    id: month,
    register: 'monthReview' as const,
    reasons: [],
    sample: null,
    suggestions: [],
    ticks: [],
    review: null,
    approval: null,
    digest: '',
    reopenings: [],
  }
  return monthReviewLife.begin('open', 'running', given, fields, ctx)
}
