import type { Instant } from '../../../shared/util/instant'
import type { DeskDatabase } from '../core/database'
import type { ChainState } from '../core/tables'

/**
 * When the oldest work was done that no backup holds; null where there is none. `lastSeq`: where this machine's chain
 * ends in the newest backup, null before the first.
 */
export async function unsavedSince(db: DeskDatabase, lastSeq: number | null): Promise<Instant | null> {
  const [chain, device] = await db.of('meta').bulkGet(['chain', 'deviceId'])
  const seq = (chain?.value as ChainState | undefined)?.seq ?? 0
  if (seq === 0 || seq === lastSeq) return null
  // A chain that is shorter than the backup's is another one: none of it is saved.
  const first = lastSeq !== null && lastSeq < seq ? lastSeq + 1 : 1
  return (await db.of('audit').get([String(device?.value), first]))?.at ?? null
}
