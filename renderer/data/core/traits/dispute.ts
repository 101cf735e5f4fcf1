import { mayDecide } from '../../../../shared/domain/dispute/who'
import type { Dispute } from '../../../../shared/domain/dispute/types'
import type { Reader, RowTraits } from './types'

const mayRead = ({ table }: Dispute, { role }: Reader): boolean => mayDecide(role, table)

/** Who does not decide sees that something waits, and of which record. */
function seen(dispute: Dispute, reader: Reader): Dispute {
  return mayRead(dispute, reader) ? dispute : { ...dispute, fields: [], waiting: {}, chosen: [] }
}

/** 待核对: those to be decided first, the newest of them first. */
export const disputeTraits: RowTraits<Dispute> = {
  facets: ({ state, recordId }) => [state === 'open' ? 'open' : 'decided', `#record:${recordId}`],
  sortKey: ({ foundAt }) => foundAt,
  sealed: ['fields', 'waiting'],
  secret: ['fields', 'waiting'],
  // What a decision changed of the record is told to everybody who reads that.
  reading: { whole: () => true, see: seen },
}
