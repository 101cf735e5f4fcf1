import { begunWithin } from '../month/facts'
import { closedSpread, plainFigure, rateFigure } from '../month/figures'
import type { Figure, RegisterFigures } from '../month/statistics'
import type { MonthView } from '../month/view'
import { paperState } from '../register/paper'
import { decisionOn, suggestionsOf } from '../visitMonth/suggestions'
import type { Suggestion, Verdict } from '../visitMonth/types'
import { MONTH_PERCENT, YEAR_PERCENT } from './goals'
import { visitMonthFacts } from './monthFacts'
import { VISIT_RECORD_FORM } from './paper'
import { counts } from './states'
import { SUGGESTION_PARTS, VISIT_WAYS, type Visit } from './types'

/**
 * Visits of a span (domain 8, 12), by 访问时间: of a month the households against both goals; visits by way, 拒签,
 * suggestions by part, and of a month what the director said to them.
 */
export function visitFigures(view: MonthView): RegisterFigures {
  const visits = visitsOf(view)
  const suggestions = suggestionsOf(visits)
  return {
    table: 'visits',
    carryOver: view.carryOverOf('visits'),
    figures: [
      ...goalFigures(view),
      plainFigure('visit.recorded', visits.length),
      plainFigure('visit.refused', visits.filter(isRefused).length),
      plainFigure('visit.suggestions', suggestions.length),
      ...verdictFigures(view, suggestions),
    ],
    spreads: [
      closedSpread('visit.way', VISIT_WAYS, 'visits:way', visits, ({ plan }) => plan.way),
      closedSpread('visit.part', SUGGESTION_PARTS, 'visits:part', suggestions, ({ part }) => part),
    ],
  }
}

/** Visits of the span that took place: void and planned ones do not count. */
export function visitsOf(view: MonthView): Visit[] {
  return view.rowsOf('visits').filter((row) => counts(row) && begunWithin(visitMonthFacts, row, view.span))
}

function goalFigures({ goals }: MonthView): Figure[] {
  if (!goals) return []
  const { month, year } = goals
  return [
    rateFigure('visit.monthGoal', month.numerator, month.denominator, {
      percent: MONTH_PERCENT,
      exceeds: false,
    }),
    rateFigure('visit.yearGoal', year.numerator, year.denominator, { percent: YEAR_PERCENT, exceeds: true }),
  ]
}

/** 拒签 on the newest sheet (domain 8: recorded, and never pressed). */
function isRefused({ prints }: Visit): boolean {
  return paperState(prints[VISIT_RECORD_FORM]).signature?.outcome === 'refused'
}

/** The director decides on the suggestions of a month, so that of a week nothing is known. */
function verdictFigures(view: MonthView, suggestions: readonly Suggestion[]): Figure[] {
  if (view.month === null) return []
  const decisions = view.rowsOf('visitMonths')[0]?.decisions ?? []
  const saidTo = (verdict: Verdict) =>
    suggestions.filter((suggestion) => decisionOn(suggestion, decisions)?.verdict === verdict).length
  return [
    plainFigure('visit.adopted', saidTo('adopted')),
    plainFigure('visit.notAdopted', saidTo('notAdopted')),
  ]
}
