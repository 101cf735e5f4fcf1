import type { Dispute } from '../../../shared/domain/dispute/types'
import type { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'

/** Open disputes over the number of a record, as they are stored: for commands. */
export async function numberDisputesOf(
  db: DeskDatabase,
  table: string,
  recordId: string,
): Promise<Dispute[]> {
  const rows = await db.of('disputes').where('recordId').equals(recordId).toArray()
  return rows
    .filter((row) => row.state === 'open' && row.kind === 'number' && row.table === table)
    .map(withoutListKeys)
}
