import { civilDayOf } from '../../../shared/util/civilTime'
import { getHousehold, type Household, useQuery, useRole } from '../../data'
import { useNow } from '../../ui'

/** A household as this role may see it today; undefined while it is read, null where there is none. */
export function useHousehold(unitId: string | null): Household | null | undefined {
  const role = useRole()
  const today = civilDayOf(new Date(useNow()).toISOString())
  const found = useQuery(
    async (db) => ({ unitId, household: unitId ? await getHousehold(db, unitId, role, today) : null }),
    [unitId, role, today],
  )
  // Until the next household is read, the answer of the one before must not be taken for it.
  return found?.unitId === unitId ? found.household : undefined
}
