import type { Household, HouseholdHit } from '../../data'

/** Units of which the people are looked up: more would only make the list long. */
const EXPANDED = 4

/**
 * A door number or a plate finds a unit, but a person complains: its people come first, each as a choice, then the
 * unit itself for somebody else. `read` gives a unit's household.
 */
export async function expandHits(
  hits: readonly HouseholdHit[],
  read: (unitId: string) => Promise<Household | null>,
): Promise<HouseholdHit[]> {
  const found = new Set(hits.flatMap(({ unit, person }) => (person ? [`${unit.id} ${person.id}`] : [])))
  const bare = hits.filter(({ person }) => !person).slice(0, EXPANDED)
  const households = new Map(
    await Promise.all(bare.map(async ({ unit }) => [unit.id, await read(unit.id)] as const)),
  )
  return hits.flatMap((hit) => {
    const persons = hit.person ? [] : (households.get(hit.unit.id)?.persons ?? [])
    const living = persons.filter(({ id, voided }) => !voided && !found.has(`${hit.unit.id} ${id}`))
    for (const { id } of living) found.add(`${hit.unit.id} ${id}`)
    return [...living.map((person) => ({ ...hit, person })), hit]
  })
}
