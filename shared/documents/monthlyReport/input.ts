import type { CheckLine } from '../../domain/month/check'
import type { MonthStatistics } from '../../domain/month/statistics'
import type { ReportFacts } from '../../domain/monthReview/reportFacts'
import type { MonthReview } from '../../domain/monthReview/types'
import type { MonthId } from '../../util/months'
import type { Sheet } from '../layout/frame'
import { monthWords } from '../visitSummary/input'
import type { Words } from '../words'

/** What of a review goes on the report. */
export type ReviewOnPaper = Pick<
  MonthReview,
  'state' | 'reasons' | 'sample' | 'suggestions' | 'review' | 'approval' | 'digest' | 'reopenings'
>

/**
 * Everything that 《客户服务月报》 shows. Of a signed month all of it comes out of its seal and its review, and the
 * sheet's version and time are those of the signing: the same bytes each time.
 */
export interface MonthlyReportInput {
  sheet: Sheet
  month: MonthId
  review: ReviewOnPaper
  statistics: MonthStatistics
  checks: readonly CheckLine[]
  facts: ReportFacts
  /** Of zh-CN: paper is Chinese. */
  words: Words
}

export { monthWords }

/** What is said where a table has nothing. */
export const NONE = '无'

/** Whether it is no report yet: nobody may take it for one that was signed. */
export function isDraft({ review }: Pick<MonthlyReportInput, 'review'>): boolean {
  return review.state !== 'approved'
}
