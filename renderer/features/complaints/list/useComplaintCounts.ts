import { COMPLAINT_STATES } from '../../../../shared/domain/complaint/types'
import { countFacets, useQuery } from '../../../data'

const FACETS = ['all', 'open', 'ended', ...COMPLAINT_STATES.map((state) => `state:${state}`)]

/** How many complaints there are in each state and scope, from the counters; undefined while it is read. */
export function useComplaintCounts(): Record<string, number> | undefined {
  return useQuery((db) => countFacets(db, 'complaints', FACETS), [])
}
