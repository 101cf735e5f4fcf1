import { isWithin } from '../../util/months'
import type { CheckLine, Finding } from '../month/check'
import { begunWithin, isOpenAt } from '../month/facts'
import { addedIn, plainFigure } from '../month/figures'
import { findingOf } from '../month/finding'
import type { RegisterFigures } from '../month/statistics'
import type { MonthView, RegisterMonth } from '../month/view'
import { correctionMonthFacts } from './monthFacts'
import type { Correction } from './types'

/** Registers of which not everybody reads every record: a reason would tell what stands in it (domain 7, 13). */
const READ_BY_FEW: ReadonlySet<string> = new Set(['incidents'])

/** 更正单 of a span (domain 12): asked for, applied, and open at its end. */
function correctionFigures(view: MonthView): RegisterFigures {
  const rows = view.rowsOf('corrections')
  const open = rows.filter((row) => isOpenAt(correctionMonthFacts, row, view.span.until))
  return {
    table: 'corrections',
    carryOver: view.carryOverOf('corrections'),
    figures: [
      plainFigure('correction.added', addedIn(correctionMonthFacts, rows, view).length),
      plainFigure('correction.applied', appliedIn(view).length),
      plainFigure('correction.open', open.length),
    ],
    spreads: [],
  }
}

/**
 * 更正单 in the checklist (domain 12): those still open, those of the month with what became of them, and the records that
 * were changed by one, of whatever month they are.
 */
function correctionChecks(view: MonthView): CheckLine[] {
  const rows = view.rowsOf('corrections').filter(({ state }) => state !== 'void')
  const open = rows.filter((row) => isOpenAt(correctionMonthFacts, row, view.span.until))
  const asked = rows.filter((row) => begunWithin(correctionMonthFacts, row, view.span))
  return [
    { key: 'correction.open', weight: 'look', findings: open.map(findingOn), figure: null },
    { key: 'correction.ofMonth', weight: 'info', findings: asked.map(findingOn), figure: null },
    { key: 'correction.changed', weight: 'info', findings: appliedIn(view).map(changedBy), figure: null },
  ]
}

function appliedIn(view: MonthView): Correction[] {
  return view.rowsOf('corrections').filter(({ appliedAt }) => isWithin(appliedAt, view.span))
}

function findingOn(row: Correction): Finding {
  const why = { word: `corrections:state.${row.state}` }
  return findingOf('corrections', row, row.target.number, { at: row.createdAt, why, reason: reasonOf(row) })
}

/** The record itself, and by which 更正单. */
function changedBy(row: Correction): Finding {
  const { target, appliedAt, number } = row
  const why = { word: 'monthChecks:why.correctedBy', params: { number } }
  return {
    table: target.table,
    id: target.id,
    number: target.number,
    about: '',
    at: appliedAt,
    why,
    reason: reasonOf(row),
  }
}

/** Why it was asked for, as it may be told to whoever reads the review. */
export function reasonOf({ target, reason }: Pick<Correction, 'target' | 'reason'>): string {
  return READ_BY_FEW.has(target.table) ? '' : reason
}

/** 更正单 in the review of a month (domain 12). */
export const correctionMonth: RegisterMonth = {
  table: 'corrections',
  figures: correctionFigures,
  checks: correctionChecks,
}
