import type { Dispute } from '../../../shared/domain/dispute/types'
import type { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'
import { isRecordTable } from '../core/tables'

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

/** The record that bore the number where a line was found. */
export function holderIn({ fields }: Pick<Dispute, 'fields'>): string {
  return String(fields[0]?.inForce ?? '')
}

/**
 * The line by which a conflict over a number is decided here: each machine finds the other's record waiting, so that of
 * two lines over one pair the one counts of which the record is not here.
 */
export async function decidableHere(db: DeskDatabase, dispute: Dispute): Promise<Dispute> {
  const { table, recordId } = dispute
  if (dispute.kind !== 'number' || !isRecordTable(table)) return dispute
  const other = holderIn(dispute)
  const [known, held] = await db.of(table).bulkGet([recordId, other])
  if (!known || held) return dispute
  return newest(await numberDisputesOf(db, table, other)) ?? dispute
}

/** The line with the newest version of the record that waits. */
export function newest(lines: readonly Dispute[]): Dispute | null {
  return lines.toSorted((a, b) => Number(b.waiting['rev']) - Number(a.waiting['rev']))[0] ?? null
}
