import type { User } from '../../../shared/domain/office/types'
import type { Refusal } from '../../../shared/util/result'
import { useLockSeconds } from './useLockSeconds'

/** What keeps somebody from typing a PIN now: a lock-out, or that none was set on this machine (domain 1, issue 7). */
export function useMayType(
  chosen: User | undefined,
  withoutPin: ReadonlySet<string> | undefined,
): { mayType: boolean; lockSeconds: number; noPin: Refusal | null } {
  const lockSeconds = useLockSeconds(chosen?.id)
  const lacks = chosen !== undefined && withoutPin?.has(chosen.id) === true
  // Said before a digit is typed: no PIN would be right.
  const noPin = lacks ? { key: 'office.noPin', field: 'pin', params: { name: chosen.name } } : null
  return { mayType: chosen !== undefined && lockSeconds === 0 && !lacks, lockSeconds, noPin }
}
