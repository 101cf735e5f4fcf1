import { digestOfValue } from '../../util/digest'
import { nextPrintVersion } from '../register/rules'
import type { MonthReview } from './types'

/** The form that 客服主管 and 主任 sign: 《客户服务月报》. */
export const MONTHLY_REPORT_FORM = 'monthlyReport'

const PRINTED_FIELDS = [
  'reasons',
  'sample',
  'suggestions',
  'review',
  'approval',
  'reopenings',
] as const satisfies readonly (keyof MonthReview)[]

/** SHA-256 of what the report shows of the review: of a signed month the digest that was signed. */
export function reportDigest(record: MonthReview): string {
  if (record.state === 'approved') return record.digest
  return digestOfValue(Object.fromEntries(PRINTED_FIELDS.map((field) => [field, record[field]])))
}

/**
 * The print version of a report: of a signed month the one after the last draft, however often it is printed since, so
 * that every print is the same; of another the next.
 */
export function reportVersion(record: Pick<MonthReview, 'state' | 'approval' | 'prints'>): number {
  const { state, approval, prints } = record
  const next = nextPrintVersion({ prints }, MONTHLY_REPORT_FORM)
  if (state !== 'approved' || !approval) return next
  const drafts = (prints[MONTHLY_REPORT_FORM]?.history ?? []).filter(({ at }) => at < approval.at)
  return Math.max(0, ...drafts.map(({ version }) => version)) + 1
}

/** Under which name the made report of a signed month is kept beside its review: another signing has another. */
export function keptReportName({ number, digest }: Pick<MonthReview, 'number' | 'digest'>): string {
  return `客户服务月报 ${number} ${digest.slice(0, 12)}.pdf`
}
