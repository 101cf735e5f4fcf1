import type { Complainant, ComplaintIntake } from '../../../../shared/domain/complaint/types'
import type { Person, Unit } from '../../../../shared/domain/household/types'
import type { StoredFile } from '../../../../shared/domain/register/attachment'
import { formatPhone, normalizePhone } from '../../../../shared/util/contact'

/** What the intake form holds: the intake with fields that may be empty while it is filled in. */
export interface IntakeValues extends Omit<ComplaintIntake, 'registeredAt'> {
  registeredAt: string | null
  /** 接待人 */
  receivedBy: string
  /** Files that are on disk already; none while an existing record's intake is corrected. */
  attachments: StoredFile[]
}

/** Nobody yet: an empty complainant. */
export const NOBODY: Complainant = {
  anonymous: false,
  personId: null,
  unitId: null,
  name: '',
  phone: '',
  unitCode: '',
}

/** An empty form: 来电, now, received by who is signed in. */
export function blankIntake(now: string, receivedBy: string): IntakeValues {
  return {
    registeredAt: now,
    channel: 'phone',
    receivedBy,
    complainant: NOBODY,
    subject: '',
    occurredAt: null,
    place: '',
    content: '',
    remedy: '',
    lossOrInjury: false,
    attachments: [],
  }
}

/** The form of a record whose intake is corrected. */
export function intakeValues(intake: ComplaintIntake, receivedBy: string): IntakeValues {
  const { complainant } = intake
  return {
    ...intake,
    receivedBy,
    attachments: [],
    complainant: { ...complainant, phone: formatPhone(complainant.phone) },
  }
}

/** What the command takes. Who asks to stay unnamed is not tied to a person or a household. */
export function intakeOf(
  { receivedBy: _by, attachments: _files, ...values }: IntakeValues,
  now: string,
): ComplaintIntake {
  const { complainant } = values
  const { anonymous } = complainant
  return {
    ...values,
    registeredAt: values.registeredAt ?? now,
    complainant: {
      ...complainant,
      phone: normalizePhone(complainant.phone),
      ...(anonymous ? { personId: null, unitId: null, name: '' } : {}),
    },
  }
}

/** The complainant when a household was found: its unit, and the person where one was chosen. */
export function complainantFrom(unit: Unit, person: Person | null, before: Complainant): Complainant {
  const sameUnit = before.unitId === unit.id
  return {
    anonymous: false,
    unitId: unit.id,
    unitCode: unit.code,
    personId: person?.id ?? null,
    name: person?.name ?? (sameUnit ? before.name : ''),
    phone: person ? formatPhone(person.phones[0] ?? '') : sameUnit ? before.phone : '',
  }
}

/**
 * 事发地点 after another household was chosen: its door number, unless somebody wrote a place of their own.
 */
export function placeAfter(place: string, previousCode: string, code: string): string {
  return place.trim() === '' || place === previousCode ? code : place
}

/**
 * The form after somebody chose to stay unnamed: what came from a household goes with the name. A phone or door
 * number that was typed stays, for it may be meant for the answer.
 */
export function withoutName(values: Pick<IntakeValues, 'complainant' | 'place'>): typeof values {
  const { complainant, place } = values
  const fromHousehold = complainant.unitId !== null
  return {
    place: fromHousehold && place === complainant.unitCode ? '' : place,
    complainant: fromHousehold
      ? { ...NOBODY, anonymous: true }
      : { ...complainant, anonymous: true, name: '', personId: null },
  }
}

/** What the list of drafts calls an intake: who and the first words, whatever language it is read in later. */
export function draftWords({ complainant, content }: IntakeValues): string {
  return [complainant.unitCode, complainant.name, content.slice(0, 20)].filter(Boolean).join(' ')
}

/** The household a complainant is tied to, in the words of the 住户 field: `5-2-301 张三`; '' without one. */
export function linkedWords({ unitId, unitCode, name }: Complainant): string {
  return unitId === null ? '' : [unitCode, name].filter(Boolean).join(' ')
}
