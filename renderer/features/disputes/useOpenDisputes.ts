import type { Dispute } from '../../../shared/domain/dispute/types'
import { mayDecide } from '../../../shared/domain/dispute/who'
import { openDisputes, useQuery, useRole } from '../../data'

const NONE: readonly Dispute[] = []

/** 待核对 that whoever is signed in may decide, the newest first; undefined until read. */
export function useOpenDisputes(): readonly Dispute[] | undefined {
  const role = useRole()
  const decides = mayDecide(role, 'complaints')
  const open = useQuery((db) => (decides ? openDisputes(db) : Promise.resolve(NONE)), [decides])
  return open?.filter(({ table }) => mayDecide(role, table))
}
