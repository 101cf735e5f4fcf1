import { endedWithin } from '../month/facts'
import { addedIn, plainFigure } from '../month/figures'
import type { RegisterFigures } from '../month/statistics'
import type { MonthView, RegisterMonth } from '../month/view'
import { lostReportMonthFacts } from './monthFacts'
import type { LostReportState } from './types'

/** 寻物 of a span (domain 6, 12): reported, found, given up. */
function lostReportFigures(view: MonthView): RegisterFigures {
  const rows = view.rowsOf('lostReports')
  const ended = (state: LostReportState) =>
    rows.filter((row) => row.state === state && endedWithin(lostReportMonthFacts, row, view.span)).length
  return {
    table: 'lostReports',
    carryOver: view.carryOverOf('lostReports'),
    figures: [
      plainFigure('lostReport.added', addedIn(lostReportMonthFacts, rows, view).length),
      plainFigure('lostReport.found', ended('found')),
      plainFigure('lostReport.closed', ended('closed')),
    ],
    spreads: [],
  }
}

/** 寻物登记 in the review of a month: whatever could be amiss with it stands in the lines over all registers. */
export const lostReportMonth: RegisterMonth = {
  table: 'lostReports',
  figures: lostReportFigures,
  checks: () => [],
}
