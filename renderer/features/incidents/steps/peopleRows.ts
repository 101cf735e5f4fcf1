import type { Written } from '../../../../shared/domain/incident/commands'
import type { Party, PartyRole, Witness } from '../../../../shared/domain/incident/types'
import { NO_PERSON, type PersonRef } from '../../../../shared/domain/register/person'
import { formatPhone, normalizePhone } from '../../../../shared/util/contact'

/** Rows of a form: the person's fields stand flat, under the names by which refusals find them. */
export interface PartyRow extends PersonRef {
  id: string | null
  role: PartyRole
  note: string
}
export interface WitnessRow extends PersonRef {
  id: string | null
  statement: string
}

export function blankParty(): PartyRow {
  return { id: null, ...NO_PERSON, role: 'victim', note: '' }
}

export function blankWitness(): WitnessRow {
  return { id: null, ...NO_PERSON, statement: '' }
}

export function partyRows(parties: readonly Party[]): PartyRow[] {
  if (parties.length === 0) return [blankParty()]
  return parties.map(({ id, role, person, note }) => ({ id, role, note, ...shown(person) }))
}

export function witnessRows(witnesses: readonly Witness[]): WitnessRow[] {
  if (witnesses.length === 0) return [blankWitness()]
  return witnesses.map(({ id, person, statement }) => ({ id, statement, ...shown(person) }))
}

/** What the commands take. */
export function partiesFrom(rows: readonly PartyRow[]): Written<Party>[] {
  return rows.map(({ id, role, note, ...person }) => ({ id, role, note, person: stored(person) }))
}

export function witnessesFrom(rows: readonly WitnessRow[]): Written<Witness>[] {
  return rows.map(({ id, statement, ...person }) => ({ id, statement, person: stored(person) }))
}

function shown(person: PersonRef): PersonRef {
  return { ...person, phone: formatPhone(person.phone) }
}

function stored({ personId, unitId, name, phone, unitCode }: PersonRef): PersonRef {
  return { personId, unitId, name, phone: normalizePhone(phone), unitCode }
}
