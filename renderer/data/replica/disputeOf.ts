import type { Dispute } from '../../../shared/domain/dispute/types'
import type { Instant } from '../../../shared/util/instant'

type Found = Pick<Dispute, 'table' | 'kind' | 'fields' | 'waiting' | 'deviceId' | 'opId'>

/**
 * A new line of 待核对. Its id is made of what waits, so that two machines that find the same write the same line.
 * @param foundAt shown, and looked at by no rule.
 */
export function disputeOf(foundAt: Instant, found: Found): Dispute {
  const { kind, waiting, opId } = found
  const recordId = String(waiting['id'])
  const number = typeof waiting['number'] === 'string' ? waiting['number'] : ''
  return {
    ...found,
    id: `${kind}.${recordId}.${opId}`.slice(0, 100),
    recordId,
    number,
    foundAt,
    state: 'open',
    decidedAt: null,
    decidedBy: '',
    chosen: [],
  }
}
