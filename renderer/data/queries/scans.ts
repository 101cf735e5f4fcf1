import type { Scan, ScanState } from '../../../shared/domain/scan/types'
import type { DeskDatabase } from '../core/database'
import { countFacet } from './lists'
import { facetRange, listRange } from './ranges'
import { asRead } from './reading'

/** What waits in the tray, is filed or put aside: oldest first, at most `limit`. */
export function scansIn(db: DeskDatabase, state: ScanState, limit: number): Promise<Scan[]> {
  return listRange(db, 'scans', facetRange(`state:${state}`), limit)
}

/** How many wait in the tray, by the counter. */
export function countWaitingScans(db: DeskDatabase): Promise<number> {
  return countFacet(db, 'scans', 'state:waiting')
}

/** What came in before with these very bytes, oldest first. */
export async function scansOfBytes(db: DeskDatabase, sha256: string): Promise<Scan[]> {
  const rows = await db.of('scans').where('sha256s').equals(sha256).toArray()
  return rows
    .map((row) => asRead(db, 'scans', row))
    .toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
}
