import { addCivilMonths, addHours, civilDayOf, endOfCivilDay, shiftDay } from '../../util/civilTime'
import { fillInDue } from '../register/reserving'
import type { Duty, Instant, OfficeRules } from '../register/types'
import { isReportClosed } from './states'
import type { Incident } from './types'

/** What an incident can wait for: 补录, the first written report, 修改, 核实, 审批, 归档. */
export const INCIDENT_DUTIES = ['fillIn', 'firstReport', 'revise', 'verify', 'approve', 'archive'] as const
export type IncidentDutyKind = (typeof INCIDENT_DUTIES)[number]
export type IncidentDuty = Duty & { kind: IncidentDutyKind }

/** The first written report is due within 24† hours of the event, to the minute (domain 7, 3). */
export function firstReportDue(record: Pick<Incident, 'report'>, rules: OfficeRules): Instant {
  return addHours(record.report.occurredAt, rules.incidentReportWithinHours)
}

/** Whether the first written report came in time; null while there is none. 以内 includes the last moment. */
export function wasReportedInTime(
  record: Pick<Incident, 'report' | 'firstSubmittedAt'>,
  rules: OfficeRules,
): boolean | null {
  const { firstSubmittedAt } = record
  return firstSubmittedAt === null ? null : firstSubmittedAt <= firstReportDue(record, rules)
}

/** The one thing that is due next (domain 11); null where the record has ended. No clock is looked at. */
export function nextDuty(record: Incident, rules: OfficeRules): IncidentDuty | null {
  const { state, submittedAt, verification, approval, returned } = record
  if (isReportClosed(record)) {
    const closedAt = approval?.at ?? verification?.at ?? record.updatedAt
    // No rule sets a day for filing: the month that the review looks at is its deadline.
    return state === 'archived' ? null : { kind: 'archive', dueAt: addCivilMonths(closedAt, 1) }
  }
  switch (state) {
    case 'reserved':
      return { kind: 'fillIn', dueAt: fillInDue(record) }
    case 'handling':
      return returned && record.firstSubmittedAt
        ? { kind: 'revise', dueAt: nextDayEnd(returned.at) }
        : { kind: 'firstReport', dueAt: firstReportDue(record, rules) }
    case 'submitted':
      return { kind: 'verify', dueAt: nextDayEnd(submittedAt ?? record.updatedAt) }
    case 'verified':
      return { kind: 'approve', dueAt: nextDayEnd(verification?.at ?? record.updatedAt) }
    default:
      return null
  }
}

/** Nobody's rule sets an hour for the next hand: the end of the day after. */
function nextDayEnd(at: Instant): Instant {
  return endOfCivilDay(shiftDay(civilDayOf(at), 1))
}
