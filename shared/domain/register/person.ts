import { isValidPhone, normalizePhone } from '../../util/contact'
import { refuse } from '../../util/result'
import { allObjections, type Objection } from './objections'

/** Somebody outside the office: a household person, or 姓名, 电话 and 房号 as they were said. */
export interface PersonRef {
  personId: string | null
  unitId: string | null
  name: string
  phone: string
  /** 房号 as said, the unit's code when one was chosen. */
  unitCode: string
}

/** Nobody yet. */
export const NO_PERSON: PersonRef = { personId: null, unitId: null, name: '', phone: '', unitCode: '' }

/** A person without stray spaces, the phone as it is stored. */
export function tidyPerson<P extends PersonRef>(person: P): P {
  return {
    ...person,
    name: person.name.trim(),
    phone: normalizePhone(person.phone),
    unitCode: person.unitCode.trim(),
  }
}

/** Whether nothing at all is known of the person. */
export function isNobody({ personId, unitId, name, phone, unitCode }: PersonRef): boolean {
  return !personId && !unitId && [name, phone, unitCode].every((text) => text.trim() === '')
}

/** Refusal `person.phoneInvalid` beside `<field>.phone` for a phone that is written and is none. */
export function objectionToPhone(person: Pick<PersonRef, 'phone'>, field: string): Objection {
  const { phone } = person
  return phone.trim() === '' || isValidPhone(phone) ? null : refuse('person.phoneInvalid', `${field}.phone`)
}

/**
 * A person who must be known by name and by how to find them: a household person, or 姓名 with 电话 or 房号.
 * Refusals `person.phoneInvalid`, `person.nameRequired`, `person.contactRequired`, each beside `<field>.…`.
 */
export function objectionToPerson(person: PersonRef, field: string): Objection {
  const { personId, name, phone, unitCode } = person
  const findable = personId !== null || phone.trim() !== '' || unitCode.trim() !== ''
  return allObjections(
    objectionToPhone(person, field),
    name.trim() === '' ? refuse('person.nameRequired', `${field}.name`) : null,
    findable ? null : refuse('person.contactRequired', `${field}.phone`),
  )
}
