import { emptyReport } from '../../../../shared/domain/incident/blank'
import type { PartyInput } from '../../../../shared/domain/incident/commands'
import type { IncidentReport } from '../../../../shared/domain/incident/types'
import type { Person, Unit } from '../../../../shared/domain/household/types'
import { isNobody, NO_PERSON, type PersonRef } from '../../../../shared/domain/register/person'
import type { StoredFile } from '../../../../shared/domain/register/attachment'
import { formatPhone, normalizePhone } from '../../../../shared/util/contact'

/** What the forms of a report hold: its fields, of which some may be empty while they are filled in. */
export interface ReportValues extends Omit<IncidentReport, 'occurredAt' | 'severity'> {
  occurredAt: string | null
  severity: string
}

/** The quick intake: type, place, time and go; who it is about where that is known at once. */
export interface IntakeValues extends ReportValues {
  person: PersonRef
  reportedBy: string
  attachments: StoredFile[]
}

/** The form of a report as it is. */
export function reportValues(report: IncidentReport): ReportValues {
  return { ...report, severity: report.severity ?? '' }
}

/** What the command takes. */
export function reportOf(values: ReportValues, now: string): IncidentReport {
  const { kind, occurredAt, place, origin, course, severity, personHurt, measures, result, prevention } =
    values
  return {
    kind,
    occurredAt: occurredAt ?? now,
    place,
    origin,
    course,
    severity: severity === 'minor' || severity === 'important' || severity === 'major' ? severity : null,
    personHurt,
    measures,
    result,
    prevention,
  }
}

/** An empty quick intake: now, reported by who is signed in. */
export function blankIntake(now: string, reportedBy: string): IntakeValues {
  return { ...reportValues(emptyReport(now)), person: NO_PERSON, reportedBy, attachments: [] }
}

/** 当事人 of a quick intake, where one was written. */
export function partiesOf({ person }: Pick<IntakeValues, 'person'>): PartyInput[] {
  if (isNobody(person)) return []
  return [{ role: 'household', person: { ...person, phone: normalizePhone(person.phone) }, note: '' }]
}

/** A person of a household that was found. */
export function personFrom(unit: Unit, person: Person | null): PersonRef {
  return {
    personId: person?.id ?? null,
    unitId: unit.id,
    name: person?.name ?? '',
    phone: person ? formatPhone(person.phones[0] ?? '') : '',
    unitCode: unit.code,
  }
}

/** What the list of drafts calls an intake. */
export function draftWords({ place, course }: IntakeValues): string {
  return [place, course.slice(0, 20)].filter(Boolean).join(' ')
}
