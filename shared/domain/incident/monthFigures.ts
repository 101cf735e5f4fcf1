import { civilTimeOf } from '../../util/civilTime'
import { addedIn, closedSpread, countBy, isPast, plainFigure, rateFigure } from '../month/figures'
import type { RegisterFigures, Spread } from '../month/statistics'
import type { MonthView } from '../month/view'
import { firstReportDue, wasReportedInTime } from './duty'
import { INCIDENT_KINDS } from './kinds'
import { sumOf } from './money'
import { incidentMonthFacts } from './monthFacts'
import { asksForCustomerReport, isReportClosed } from './states'
import { INCIDENT_SEVERITIES, type Incident } from './types'

/** 突发事件处理率 100 % (domain 12). */
const HANDLED_TARGET = { percent: 100, exceeds: false }
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'))

/**
 * Incidents of a span (domain 7, 12), by when they were registered: how many, of which type, severity and hour of the
 * event; how many reports are finished, how many first reports came within 24†h; persons hurt; 元 lost and agreed on.
 */
export function incidentFigures(view: MonthView): RegisterFigures {
  const rows = addedIn(incidentMonthFacts, view.rowsOf('incidents'), view)
  // One that was void in a later month came in, but has no report to be waited for.
  const asked = rows.filter((row) => !row.void)
  const reported = asked.filter((row) => isFirstReportDecided(row, view))
  const inTime = reported.filter((row) => wasReportedInTime(row, view.rules) === true)
  const signed = rows.flatMap(({ compensations }) =>
    compensations.filter(({ outcome }) => outcome === 'signed'),
  )
  return {
    table: 'incidents',
    carryOver: view.carryOverOf('incidents'),
    figures: [
      plainFigure('incident.added', rows.length),
      rateFigure('incident.handled', asked.filter(isReportClosed).length, asked.length, HANDLED_TARGET),
      rateFigure('incident.firstReportInTime', inTime.length, reported.length),
      plainFigure(
        'incident.hurt',
        rows.map(personsHurt).reduce((sum, hurt) => sum + hurt, 0),
      ),
      plainFigure('incident.losses', sumOf(rows.flatMap(({ losses }) => losses)), 'yuan'),
      plainFigure('incident.compensation', sumOf(signed), 'yuan'),
    ],
    spreads: [
      closedSpread('incident.kind', INCIDENT_KINDS, 'incidents:kind', rows, ({ report }) => report.kind),
      bySeverity(rows),
      byHour(rows),
    ],
  }
}

/** Whether it is known how punctual the first report was: it came, or its 24†h are over. */
function isFirstReportDecided(row: Incident, { now, rules }: MonthView): boolean {
  return row.firstSubmittedAt !== null || isPast(firstReportDue(row, rules), now)
}

/** Who was hurt, fell ill or died: one where it is known that there was somebody, though not who. */
function personsHurt(row: Incident): number {
  return asksForCustomerReport(row) ? Math.max(1, row.injuries.length) : 0
}

function bySeverity(rows: readonly Incident[]): Spread {
  const judged = closedSpread(
    'incident.severity',
    INCIDENT_SEVERITIES,
    'incidents:severity',
    rows,
    ({ report }) => report.severity,
  )
  const open = rows.filter(({ report }) => report.severity === null).length
  const slice = { key: 'open', name: { word: 'statistics:slice.notJudged' }, value: open }
  return { ...judged, slices: [...judged.slices, slice] }
}

function byHour(rows: readonly Incident[]): Spread {
  const counts = countBy(rows, ({ report }) => civilTimeOf(report.occurredAt).slice(0, 2))
  const slices = HOURS.map((key) => ({ key, name: { text: key }, value: counts.get(key) ?? 0 }))
  return { key: 'incident.hour', slices }
}
