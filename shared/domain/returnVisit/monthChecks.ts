import { isWithin, shiftMonths, monthOf } from '../../util/months'
import type { CheckLine } from '../month/check'
import { findingOf } from '../month/finding'
import type { MonthView } from '../month/view'
import { offersComplaint } from './commands'
import { roundProgress } from './monthFigures'
import { roundOf, spanOfRound } from './round'

/**
 * Return visits in the checklist (domain 8, 12): C 不满意 of their own without a complaint (one that a complaint wrote is
 * looked at there), and the 季度回访, which only the last month of its quarter has to finish.
 */
export function returnVisitChecks(view: MonthView): CheckLine[] {
  return [dissatisfied(view), ...round(view)]
}

function dissatisfied({ span, rowsOf }: MonthView): CheckLine {
  const findings = rowsOf('returnVisits').flatMap((row) => {
    const { entry } = row
    if (!entry || !isWithin(entry.visitedAt, span) || !offersComplaint(row)) return []
    const why = { word: 'monthChecks:why.ratedC' }
    return [findingOf('returnVisits', row, entry.content, { at: entry.visitedAt, why })]
  })
  return { key: 'returnVisit.dissatisfiedUnlinked', weight: 'mend', findings, figure: null }
}

function round(view: MonthView): CheckLine[] {
  const { called, of } = roundProgress(view)
  if (of === 0) return []
  const { from } = view.span
  const last = shiftMonths(monthOf(spanOfRound(roundOf(from)).to), -1) === monthOf(from)
  const figure = { value: called, denominator: of, needed: of, reached: last ? called >= of : null }
  return [{ key: 'returnVisit.round', weight: last ? 'look' : 'info', findings: [], figure }]
}
