import type { Complaint } from '../../../../shared/domain/complaint/types'
import { civilDayOf } from '../../../../shared/util/civilTime'
import { getHousehold, getRecords, type Household, listRecords, useQuery, useRole } from '../../../data'
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

const COMPLAINTS_SHOWN = 20

/** What a unit complained of, newest first. */
export function useUnitComplaints(unitId: string): readonly Complaint[] {
  const rows = useQuery(
    async (db) => {
      const request = {
        table: 'complaints',
        facets: [`#unit:${unitId}`],
        after: null,
        limit: COMPLAINTS_SHOWN,
      } as const
      return (await listRecords(db, { ...request, facets: [...request.facets] })).rows
    },
    [unitId],
  )
  return (rows ?? []).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
}
