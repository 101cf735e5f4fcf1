import { civilDayOf } from '../../../../shared/util/civilTime'
import { getHousehold, getRecords, type Household, useQuery, useRole } from '../../../data'
import { useNow } from '../../../ui'

/** The estate's civil day now; it changes at midnight by itself. */
export function useToday(): string {
  return civilDayOf(new Date(useNow()).toISOString())
}

/** A household as this role may see it today; undefined while it is read, null where there is none. */
export function useHouseholdRecord(unitId: string): Household | null | undefined {
  const role = useRole()
  const today = useToday()
  const found = useQuery(
    async (db) => ({ unitId, household: await getHousehold(db, unitId, role, today) }),
    [unitId, role, today],
  )
  // Until the next household is read, the answer of the one before must not be taken for it.
  return found?.unitId === unitId ? found.household : undefined
}

/** Codes of all units that the people of a household hold, by id. */
export function useUnitCodes(household: Household | null | undefined): ReadonlyMap<string, string> {
  const ids = [...new Set(household?.persons.flatMap((person) => person.unitIds) ?? [])]
  const units = useQuery((db) => getRecords(db, 'units', ids), [ids.join(' ')])
  return new Map(units?.map((unit) => [unit.id, unit.code]))
}
