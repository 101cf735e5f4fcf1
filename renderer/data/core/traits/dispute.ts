import type { Dispute } from '../../../../shared/domain/dispute/types'
import type { RowTraits } from './types'

/** 待核对: those to be decided first, the newest of them first. */
export const disputeTraits: RowTraits<Dispute> = {
  facets: ({ state, recordId }) => [state === 'open' ? 'open' : 'decided', `#record:${recordId}`],
  sortKey: ({ foundAt }) => foundAt,
  sealed: ['fields', 'waiting'],
  secret: ['fields', 'waiting'],
}
