import type { Person, Unit } from '../../../../shared/domain/household/types'
import type { LostReportIntake } from '../../../../shared/domain/lostReport/types'
import type { StoredFile } from '../../../../shared/domain/register/attachment'
import { NO_PERSON, type PersonRef } from '../../../../shared/domain/register/person'
import { formatPhone, normalizePhone } from '../../../../shared/util/contact'

/** What the intake form holds: the intake with fields that may be empty while it is filled in. */
export interface ReportValues extends Omit<LostReportIntake, 'registeredAt' | 'category'> {
  registeredAt: string | null
  category: LostReportIntake['category'] | ''
  /** 接待人 */
  receivedBy: string
  /** Files that are on disk already; none while an existing record is corrected. */
  attachments: StoredFile[]
}

/** An empty form: now, received by who is signed in. */
export function blankReport(now: string, receivedBy: string): ReportValues {
  return {
    registeredAt: now,
    owner: NO_PERSON,
    item: '',
    category: '',
    features: '',
    lostFrom: null,
    lostUntil: null,
    places: '',
    remarks: '',
    receivedBy,
    attachments: [],
  }
}

/** The form of a record that is corrected. */
export function reportValues(intake: LostReportIntake, receivedBy: string): ReportValues {
  const { owner } = intake
  return { ...intake, owner: { ...owner, phone: formatPhone(owner.phone) }, receivedBy, attachments: [] }
}

/** What the command takes. */
export function reportIntake(
  { receivedBy: _by, attachments: _files, ...values }: ReportValues,
  now: string,
): LostReportIntake {
  return {
    ...values,
    registeredAt: values.registeredAt ?? now,
    category: values.category || 'other',
    owner: { ...values.owner, phone: normalizePhone(values.owner.phone) },
  }
}

/** The owner when a household was found: its unit, and the person where one was chosen. */
export function ownerFrom(unit: Unit, person: Person | null, before: PersonRef): PersonRef {
  const sameUnit = before.unitId === unit.id
  return {
    unitId: unit.id,
    unitCode: unit.code,
    personId: person?.id ?? null,
    name: person?.name ?? (sameUnit ? before.name : ''),
    phone: person ? formatPhone(person.phones[0] ?? '') : sameUnit ? before.phone : '',
  }
}

/** The household that the owner is tied to, in the words of the 住户 field. */
export function linkedWords({ unitId, unitCode, name }: PersonRef): string {
  return unitId === null ? '' : [unitCode, name].filter(Boolean).join(' ')
}

/** What the list of drafts calls an intake. */
export function draftWords({ owner, item }: ReportValues): string {
  return [owner.unitCode, owner.name, item].filter(Boolean).join(' ')
}
