import { addCivilMonths, msOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import type { CheckLine, CheckWeight, Finding } from '../month/check'
import { begunWithin, isOpenAt } from '../month/facts'
import { isPast } from '../month/figures'
import { findingOf, judgedAt } from '../month/finding'
import type { MonthView } from '../month/view'
import { isWithheld } from '../register/lifecycle'
import { firstReportDue, wasReportedInTime } from './duty'
import { INCIDENT_KIND_WORDS } from './kindWords'
import { incidentMonthFacts } from './monthFacts'
import { needsApproval } from './states'
import type { Incident } from './types'

type Said = Partial<Pick<Finding, 'at' | 'why'>>

/** What a line of the review says of an incident: type and place, of a 限阅 one the type alone (domain 7, 12). */
export function incidentAbout({ report, restricted, state }: Incident): string {
  if (state === 'reserved') return ''
  const kind = INCIDENT_KIND_WORDS[report.kind]
  return restricted ? kind : `${kind} ${report.place}`.trim()
}

/**
 * Incidents in the checklist (domain 7, 12): open ones without 防止再发生的建议, without the approval that they need, a
 * first report after its 24†h or still missing then, and those that have been open for more than a month.
 */
export function incidentChecks(view: MonthView): CheckLine[] {
  const rows = view.rowsOf('incidents')
  const at = judgedAt(view)
  const open = rows.filter((row) => isOpenAt(incidentMonthFacts, row, view.span.until))
  return [
    lineOf('incident.noPrevention', 'mend', open, (row) => (row.report.prevention.trim() === '' ? {} : null)),
    lineOf('incident.notApproved', 'mend', open, approvalMissing),
    lineOf('incident.lateReport', 'mend', rows, (row) => firstReportLate(row, view)),
    lineOf('incident.openLong', 'look', open, (row) => openSince(row, at)),
  ]
}

function lineOf(
  key: string,
  weight: CheckWeight,
  rows: readonly Incident[],
  amiss: (row: Incident) => Said | null,
): CheckLine {
  const findings = rows.flatMap((row) => {
    const said = isWithheld(row) ? null : amiss(row)
    return said ? [findingOf('incidents', row, incidentAbout(row), said)] : []
  })
  return { key, weight, findings, figure: null }
}

function approvalMissing(row: Incident): Said | null {
  if (!needsApproval(row) || row.approval) return null
  const { verification, submittedAt } = row
  const report = submittedAt ? 'monthChecks:why.awaitsVerification' : 'monthChecks:why.notSubmitted'
  const word = verification ? 'monthChecks:why.awaitsApproval' : report
  return { at: row.report.occurredAt, why: { word } }
}

/** Of the span's own incidents any late one; of those carried in only what is missing still. */
function firstReportLate(row: Incident, view: MonthView): Said | null {
  const { rules, span } = view
  const begun = incidentMonthFacts.begunAt(row)
  if (begun === null || row.void) return null
  const due = firstReportDue(row, rules)
  if (row.firstSubmittedAt === null) {
    return isPast(due, judgedAt(view)) ? { at: due, why: { word: 'monthChecks:why.noFirstReport' } } : null
  }
  if (!begunWithin(incidentMonthFacts, row, span) || wasReportedInTime(row, rules) !== false) return null
  const hours = hoursLate(due, row.firstSubmittedAt)
  return { at: due, why: { word: 'monthChecks:why.firstReportLate', params: { hours } } }
}

/** Begun hours, so that a minute late is one. */
function hoursLate(due: Instant, at: Instant): number {
  return Math.ceil((msOf(at) - msOf(due)) / 3_600_000)
}

/** No rule sets a day for 归档; what is a month old is asked about (domain 12: 超过1个月未结案). */
function openSince(row: Incident, at: Instant): Said | null {
  const begun = incidentMonthFacts.begunAt(row)
  return begun !== null && isPast(addCivilMonths(begun, 1), at) ? { at: begun } : null
}
