import type { Person, Residence } from '../types'
import type { ImportedStay } from './types'

/** One residence of a known person in the unit: what a row may mean. */
interface Candidate {
  person: Person
  residence: Residence
  taken: boolean
}

/** A row and the residence it means; null for somebody new to the unit. */
export interface StayMatch {
  stay: ImportedStay
  known: { person: Person; residence: Residence } | null
}

const samePhones = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((phone) => b.includes(phone))
const meet = (a: readonly string[], b: readonly string[]) => a.some((phone) => b.includes(phone))

/** Nothing in the row differs from what is known. */
function isExact(stay: ImportedStay, { person, residence }: Candidate): boolean {
  return (
    person.name === stay.name &&
    samePhones(person.phones, stay.phones) &&
    person.idLastFour === stay.idLastFour &&
    residence.role === stay.role &&
    residence.from === stay.from &&
    residence.until === stay.until
  )
}

/** A residence that is over is only meant where the row repeats its dates; else somebody came back. */
function meansPast(stay: ImportedStay, residence: Residence): boolean {
  if (residence.until === null) return true
  if (stay.until === residence.until) return true
  return stay.from !== null
    ? stay.from === residence.from
    : stay.until === null && stay.role === residence.role
}

/** Whether identity and phone leave open that both are one person. */
function mayBe(stay: ImportedStay, person: Person): boolean {
  const id = stay.idLastFour === '' || person.idLastFour === '' || stay.idLastFour === person.idLastFour
  const phone = stay.phones.length === 0 || person.phones.length === 0 || meet(stay.phones, person.phones)
  return id && phone
}

function likeness(stay: ImportedStay, { person, residence }: Candidate): number {
  return (
    (stay.idLastFour !== '' && stay.idLastFour === person.idLastFour ? 4 : 0) +
    (meet(stay.phones, person.phones) ? 4 : 0) +
    (stay.from !== null && stay.from === residence.from ? 2 : 0) +
    (stay.role === residence.role ? 1 : 0)
  )
}

/**
 * Finds which known residences of a unit the rows of a file mean: first those that say the same in all, then those
 * that agree in name and do not contradict in identity or phone, and last a name that stands once on either side
 * (a corrected phone). Each residence is meant by one row only.
 */
export function matchStays(
  stays: readonly ImportedStay[],
  persons: readonly Person[],
  unitId: string,
): StayMatch[] {
  const candidates: Candidate[] = persons.flatMap((person) =>
    person.residences
      .filter((residence) => residence.unitId === unitId)
      .map((residence) => ({ person, residence, taken: false })),
  )
  const found = new Map<ImportedStay, Candidate>()
  const take = (stay: ImportedStay, candidate: Candidate | undefined) => {
    if (!candidate) return
    candidate.taken = true
    found.set(stay, candidate)
  }
  for (const stay of stays)
    take(
      stay,
      candidates.find((one) => !one.taken && isExact(stay, one)),
    )
  for (const stay of stays) if (!found.has(stay)) take(stay, likeliest(stay, candidates))
  for (const stay of stays) {
    if (!found.has(stay))
      take(
        stay,
        onlyNamesake(
          stay,
          stays.filter((one) => !found.has(one)),
          candidates,
        ),
      )
  }
  return stays.map((stay) => ({ stay, known: found.get(stay) ?? null }))
}

function namesakes(stay: ImportedStay, candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(
    (one) => !one.taken && one.person.name === stay.name && meansPast(stay, one.residence),
  )
}

function likeliest(stay: ImportedStay, candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined
  for (const one of namesakes(stay, candidates).filter(({ person }) => mayBe(stay, person))) {
    if (!best || likeness(stay, one) > likeness(stay, best)) best = one
  }
  return best
}

function onlyNamesake(
  stay: ImportedStay,
  open: readonly ImportedStay[],
  candidates: readonly Candidate[],
): Candidate | undefined {
  const same = namesakes(stay, candidates)
  return same.length === 1 && open.filter((one) => one.name === stay.name).length === 1 ? same[0] : undefined
}

/** Whether a row of another unit surely means this person: same name and a phone or an identity in common. */
export function isSurely(stay: ImportedStay, person: Person): boolean {
  if (person.name !== stay.name || person.voided || !mayBe(stay, person)) return false
  return (stay.idLastFour !== '' && stay.idLastFour === person.idLastFour) || meet(stay.phones, person.phones)
}
