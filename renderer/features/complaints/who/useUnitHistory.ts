import { unitIdsOf } from '../../../../shared/domain/complaint'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { listRecords, useQuery } from '../../../data'

/** Read at most: a household that complained more often has its older matters in the list. */
const LOOKED_AT = 60
const SHOWN_ENDED = 5

export interface UnitHistory {
  open: Complaint[]
  /** The last ones that ended, newest first. */
  ended: Complaint[]
}

/** What a unit complained of before; `except` leaves out the record that is shown. */
export function useUnitHistory(unitId: string | null, except = ''): UnitHistory {
  const rows = useQuery(
    async (db) => {
      if (!unitId) return []
      const page = await listRecords(db, {
        table: 'complaints',
        facets: [`#unit:${unitId}`],
        after: null,
        limit: LOOKED_AT,
      })
      return page.rows
    },
    [unitId],
  )
  const mine = (rows ?? []).filter(
    (row) => row.id !== except && unitId !== null && unitIdsOf(row).includes(unitId),
  )
  const newest = mine.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  return {
    open: newest.filter(({ state }) => state !== 'closed' && state !== 'void'),
    ended: newest.filter(({ state }) => state === 'closed' || state === 'void').slice(0, SHOWN_ENDED),
  }
}
