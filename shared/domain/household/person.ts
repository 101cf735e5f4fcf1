import { isValidPhone, normalizePhone } from '../../util/contact'
import { accept, type Result, refuse } from '../../util/result'
import type { CivilDay, RuleContext } from '../register/types'
import { checkDays, checkIdLastFour, checkText, checkWritable, LIMITS } from './checks'
import type { Person, Residence } from './types'

export interface PersonInput {
  name: string
  phones: string[]
  idLastFour: string
  residences: Residence[]
}

/** A phone as it is stored; '' stays ''. Refusal on `field`: household.phoneInvalid `{ phone }`. */
export function checkPhone(phone: string, field: string): Result<string> {
  if (phone.trim() === '') return accept('')
  const stored = normalizePhone(phone)
  // What would be stored differently the next time cannot be what was meant.
  return isValidPhone(stored) && normalizePhone(stored) === stored
    ? accept(stored)
    : refuse('household.phoneInvalid', field, { phone: phone.trim().slice(0, 40) })
}

function checkPhones(phones: readonly string[]): Result<string[]> {
  const stored: string[] = []
  for (const [i, phone] of phones.entries()) {
    const checked = checkPhone(phone, `phones.${i}`)
    if (!checked.ok) return checked
    if (checked.value !== '' && !stored.includes(checked.value)) stored.push(checked.value)
  }
  if (stored.length > LIMITS.phones) return refuse('household.tooMany', 'phones', { max: LIMITS.phones })
  return accept(stored)
}

/**
 * Several phones in one text, separated by marks or spaces; spaces may also stand within a number. Refusals on
 * `field`: household.phoneInvalid `{ phone }`, household.tooMany `{ max }`.
 */
export function checkPhoneList(text: string, field: string): Result<string[]> {
  const listed = checkPhones(text.split(/[、，,;；/|]+/u))
  const phones = listed.ok ? listed : checkPhones(text.split(/[、，,;；/|\s]+/u))
  if (phones.ok) return phones
  return refuse(phones.refusal.key, field, phones.refusal.params)
}

function checkResidences(residences: readonly Residence[]): Result<Residence[]> {
  if (residences.length === 0) return refuse('household.unitRequired', 'residences')
  for (const [i, one] of residences.entries()) {
    const at = `residences.${i}`
    if (one.unitId === '') return refuse('household.unitRequired', `${at}.unitId`)
    const bad = checkDays({ day: one.from, field: `${at}.from` }, { day: one.until, field: `${at}.until` })
    if (bad) return bad
  }
  return accept(residences.map((one) => ({ ...one })))
}

type PersonBody = Omit<Person, 'id' | 'voided' | 'updatedAt'>

function checkPerson(input: PersonInput): Result<PersonBody> {
  const name = checkText(input.name, 'name', { max: LIMITS.name, required: true })
  if (!name.ok) return name
  const phones = checkPhones(input.phones)
  if (!phones.ok) return phones
  const idLastFour = checkIdLastFour(input.idLastFour)
  if (!idLastFour.ok) return idLastFour
  const residences = checkResidences(input.residences)
  if (!residences.ok) return residences
  return accept({
    name: name.value,
    phones: phones.value,
    idLastFour: idLastFour.value,
    residences: residences.value,
    unitIds: [...new Set(residences.value.map((one) => one.unitId))],
  })
}

/**
 * A new person, tied to at least one unit. Refusals: office.notAllowed, household.required, household.tooLong,
 * household.tooMany, household.phoneInvalid, household.idFullNumber, household.idLastFour,
 * household.unitRequired, household.dayInvalid, household.datesOrder.
 */
export function createPerson(input: PersonInput, context: RuleContext): Result<Person> {
  const no = checkWritable(context.actor)
  if (no) return no
  const checked = checkPerson(input)
  if (!checked.ok) return checked
  return accept({ id: context.newId(), ...checked.value, voided: null, updatedAt: context.now })
}

/** A person changed; refusals as `createPerson`, and household.voided. */
export function updatePerson(person: Person, input: PersonInput, context: RuleContext): Result<Person> {
  const no = checkWritable(context.actor, person)
  if (no) return no
  const checked = checkPerson(input)
  return checked.ok ? accept({ ...person, ...checked.value, updatedAt: context.now }) : checked
}

/**
 * Moves a person out of a unit: every open residence there gets `until`, the last day. The person stays on
 * record. Refusals: as `updatePerson`, and household.notResident.
 */
export function endResidence(
  person: Person,
  unitId: string,
  until: CivilDay,
  context: RuleContext,
): Result<Person> {
  if (!person.residences.some((one) => one.unitId === unitId && one.until === null)) {
    return refuse('household.notResident')
  }
  const residences = person.residences.map((one) =>
    one.unitId === unitId && one.until === null ? { ...one, until } : one,
  )
  return updatePerson(person, { ...person, residences }, context)
}

/** The residence that ties a person to a unit on a day, or null; the last day still counts. */
export function residenceAt(person: Person, unitId: string, today: CivilDay): Residence | null {
  const holds = (one: Residence) => one.unitId === unitId && (one.until === null || one.until >= today)
  return person.voided ? null : (person.residences.find(holds) ?? null)
}
