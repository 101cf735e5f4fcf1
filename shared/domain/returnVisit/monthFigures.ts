import { closedSpread, plainFigure, rateFigure } from '../month/figures'
import type { RegisterFigures } from '../month/statistics'
import type { MonthView } from '../month/view'
import { isWithin } from '../../util/months'
import { progressOf, roundOf } from './round'
import { RETURN_VISIT_SOURCES, type ReturnVisitEntry, SATISFACTIONS } from './types'

/** Return visits of a span (domain 8, 12). Each is done when it is written down: nothing is carried over. */
export function returnVisitFigures(view: MonthView): RegisterFigures {
  const entries = entriesOf(view)
  const [satisfied, fairly] = (['A', 'B'] as const).map(
    (grade) => entries.filter(({ satisfaction }) => satisfaction === grade).length,
  ) as [number, number]
  const { called, of } = roundProgress(view)
  return {
    table: 'returnVisits',
    carryOver: null,
    figures: [
      plainFigure('returnVisit.recorded', entries.length),
      rateFigure('returnVisit.satisfied', satisfied, entries.length),
      rateFigure('returnVisit.satisfiedOrFairly', satisfied + fairly, entries.length),
      rateFigure('returnVisit.roundProgress', called, of),
    ],
    spreads: [
      closedSpread(
        'returnVisit.source',
        RETURN_VISIT_SOURCES,
        'returnVisits:source',
        entries,
        ({ source }) => source.kind,
      ),
      closedSpread(
        'returnVisit.satisfaction',
        SATISFACTIONS,
        'returnVisits:satisfaction',
        entries,
        ({ satisfaction }) => satisfaction,
      ),
    ],
  }
}

/** 季度回访 of the quarter in which the span begins: those called of those to be called; none where there is no round. */
export function roundProgress({ span, rowsOf }: MonthView): { called: number; of: number } {
  const round = rowsOf('returnRounds').find(({ id }) => id === roundOf(span.from))
  return round ? progressOf(round) : { called: 0, of: 0 }
}

function entriesOf({ span, rowsOf }: MonthView): ReturnVisitEntry[] {
  return rowsOf('returnVisits')
    .filter(({ state }) => state === 'recorded')
    .flatMap(({ entry }) => (entry && isWithin(entry.visitedAt, span) ? [entry] : []))
}
