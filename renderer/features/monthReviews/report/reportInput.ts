import type { Printing } from '../../../../shared/documents/layout/frame'
import type { MonthlyReportInput } from '../../../../shared/documents/monthlyReport/input'
import type { Words } from '../../../../shared/documents/words'
import { reportVersion } from '../../../../shared/domain/monthReview/paper'
import type { MonthReview, MonthSeal } from '../../../../shared/domain/monthReview/types'
import {
  checkMonthNow,
  type DeskData,
  monthReviewOf,
  monthStatistics,
  monthViewOf,
  reportFacts,
} from '../../../data'

/** What a report shows besides the review itself. */
type Shown = Pick<MonthlyReportInput, 'statistics' | 'checks' | 'facts'>

/**
 * Everything on the 月报 of a month. Of a signed one only what was signed, under the time and by the name of the
 * signing: neither a later record nor a later print changes a letter. Of another what the records say now.
 */
export async function reportInput(
  db: DeskData['db'],
  record: MonthReview,
  head: Printing,
  words: Words,
): Promise<MonthlyReportInput> {
  const { seal } = await monthReviewOf(db, record.id)
  const signed = record.state === 'approved' && seal !== null
  const shown = signed ? ofSeal(seal) : await ofNow(db, record, head)
  const printing = signed && record.approval ? { ...head, ...signedBy(record.approval) } : head
  const sheet = { ...printing, number: record.number, version: reportVersion(record) }
  return { sheet, month: record.id, review: record, words, ...shown }
}

function signedBy({ at, by }: { at: string; by: string }): Pick<Printing, 'printedAt' | 'printedBy'> {
  return { printedAt: at, printedBy: by }
}

function ofSeal({ statistics, checks, report }: MonthSeal): Shown {
  return { statistics, checks, facts: report }
}

async function ofNow(db: DeskData['db'], { id }: MonthReview, { printedAt }: Printing): Promise<Shown> {
  const view = await monthViewOf(db, id, printedAt)
  return {
    statistics: await monthStatistics(db, view, id),
    checks: checkMonthNow(view),
    facts: reportFacts(view),
  }
}
