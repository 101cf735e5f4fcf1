import type { Person, Unit } from '../../../shared/domain/household/types'
import type { PersonRef } from '../../../shared/domain/register/person'
import { formatPhone } from '../../../shared/util/contact'

/** The person of a form when a household was found: its unit, and who was chosen there. */
export function personFrom(unit: Unit, person: Person | null, before: PersonRef): PersonRef {
  const sameUnit = before.unitId === unit.id
  return {
    unitId: unit.id,
    unitCode: unit.code,
    personId: person?.id ?? null,
    name: person?.name ?? (sameUnit ? before.name : ''),
    phone: person ? formatPhone(person.phones[0] ?? '') : sameUnit ? before.phone : '',
  }
}

/** The household a person is tied to, in the words of the 住户 field: `5-2-301 张三`; '' without one. */
export function linkedWords({ unitId, unitCode, name }: PersonRef): string {
  return unitId === null ? '' : [unitCode, name].filter(Boolean).join(' ')
}

/** A stored person as a form shows it. */
export function shownPerson(person: PersonRef): PersonRef {
  return { ...person, phone: formatPhone(person.phone) }
}
