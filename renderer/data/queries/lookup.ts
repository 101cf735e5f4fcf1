import type { Person, Unit, Vehicle } from '../../../shared/domain/household/types'
import type { DeskDatabase } from '../core/database'
import type { SearchClient } from '../search/searchClient'

/** One line of the household picker: the unit, and the person or vehicle through which it was found. */
export interface HouseholdHit {
  unit: Unit
  person: Person | null
  vehicle: Vehicle | null
}

const KINDS = ['unit', 'person', 'vehicle']
/** Of so many void ones among the best that are found none costs a valid one its place. */
const SPARE = 30

/**
 * Households by door number, name, pinyin initials, part of a phone number or plate (domain 4, 10).
 * A person with several units stands once for each.
 */
export async function findHouseholds(
  db: DeskDatabase,
  search: Pick<SearchClient, 'search'>,
  query: string,
  limit: number,
): Promise<HouseholdHit[]> {
  const asked = { query, kinds: KINDS, facets: [], ranked: true, limit: limit + SPARE }
  const answer = await search.search(asked)
  if (answer.broken) throw new Error('the search does not know all households')
  const ids = (kind: string) => answer.hits.filter((hit) => hit.kind === kind).map((hit) => hit.id)
  const unitIds = [...new Set(answer.hits.flatMap((hit) => hit.parentId.split(' ')))].filter(Boolean)
  const [units, persons, vehicles] = await Promise.all([
    byId<Unit>(db.of('units').bulkGet(unitIds)),
    byId<Person>(db.of('persons').bulkGet(ids('person'))),
    byId<Vehicle>(db.of('vehicles').bulkGet(ids('vehicle'))),
  ])
  return answer.hits
    .flatMap((hit) =>
      hit.parentId.split(' ').flatMap((unitId): HouseholdHit[] => {
        const unit = units.get(unitId)
        if (!unit) return []
        return [{ unit, person: persons.get(hit.id) ?? null, vehicle: vehicles.get(hit.id) ?? null }]
      }),
    )
    .filter((hit) => !hit.unit.voided && !hit.person?.voided && !hit.vehicle?.voided)
    .slice(0, limit)
}

async function byId<T extends { id: string }>(rows: PromiseLike<(T | undefined)[]>): Promise<Map<string, T>> {
  return new Map((await rows).flatMap((row) => (row ? [[row.id, row] as const] : [])))
}
