import { chainEnd } from '../core/chain'
import type { DeskDatabase } from '../core/database'
import type { AuditRow } from '../core/tables'
import { withoutDetail } from '../privacy/untold'
import type { Finding } from './types'

/** Entries looked at where not everything is: the newest of this machine. */
const NEWEST = 5_000
const PORTION = 500

/**
 * Looks for entries whose detail is gone although nobody erased it (domain 10, 13). `thorough`: all of them, also those of
 * the chains before this machine's own; with other machines only its own, for what those keep to themselves has no
 * details here.
 */
export async function checkDetails(db: DeskDatabase, thorough: boolean): Promise<Finding[]> {
  const { chain, deviceId, replicating } = await chainEnd(db)
  if (!chain) return []
  const first: Place = thorough ? [deviceId, 0] : [deviceId, Math.max(0, chain.seq - NEWEST)]
  const from: Place = thorough && !replicating ? ['', 0] : first
  const until: Place = thorough && !replicating ? ['\uffff', 0] : [deviceId, chain.seq]
  const gone: string[] = []
  for await (const entries of portions(db, from, until)) {
    gone.push(...(await withoutDetail(db, entries)).map(({ at }) => at))
  }
  gone.sort()
  const [oldest, newest] = [gone[0], gone.at(-1)]
  if (oldest === undefined || newest === undefined) return []
  return [{ kind: 'details', count: gone.length, from: oldest, to: newest }]
}

type Place = [deviceId: string, seq: number]

async function* portions(db: DeskDatabase, from: Place, until: Place): AsyncGenerator<AuditRow[]> {
  for (let after = from; ; ) {
    const rows = await db
      .of('audit')
      .where('[deviceId+seq]')
      .between(after, until, false, true)
      .limit(PORTION)
      .toArray()
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < PORTION) return
    after = [last.deviceId, last.seq]
  }
}
