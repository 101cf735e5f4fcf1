import type { Instant } from '../../util/instant'
import type { CheckLine, Finding } from '../month/check'
import { isPast } from '../month/figures'
import { findingOf } from '../month/finding'
import type { MonthView } from '../month/view'
import { opinionDue, summaryDue } from '../visit/month'
import type { VisitMonthCommand } from './lifecycle'
import type { VisitMonth } from './types'

/**
 * The month of visits on its way to the director (domain 8, 12): not sent by the 5th, not summed up by the 10th; asked
 * only once those days are over, and never of a month without a visit.
 */
export function visitMonthChecks(view: MonthView): CheckLine[] {
  const month = view.rowsOf('visitMonths').find(({ visited }) => visited)
  const sent = month && month.state !== 'running' ? firstTime(month, 'submit') : null
  const summedUp = month?.state === 'summarized' ? firstTime(month, 'summarize') : null
  return [
    lineOf('visit.notSubmitted', month ? lateness(month, sent, opinionDue(month.id), view.now) : []),
    lineOf('visit.notSummarised', month ? lateness(month, summedUp, summaryDue(month.id), view.now) : []),
  ]
}

function lineOf(key: string, findings: Finding[]): CheckLine {
  return { key, weight: 'mend', findings, figure: null }
}

/** The first time counts: a sheet that comes in late is sent on once more without making the month late. */
function firstTime({ steps }: VisitMonth, wanted: VisitMonthCommand): Instant | null {
  return steps.find(({ command }) => command === wanted)?.at ?? null
}

function lateness(month: VisitMonth, doneAt: Instant | null, due: Instant, now: Instant): Finding[] {
  if (!isPast(due, doneAt ?? now)) return []
  const why = { word: doneAt === null ? 'monthChecks:why.notYet' : 'monthChecks:why.tooLate' }
  return [findingOf('visitMonths', month, '', { at: due, why })]
}
