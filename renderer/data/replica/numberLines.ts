import type { Dispute } from '../../../shared/domain/dispute/types'
import { placeId } from '../../../shared/domain/privacy/types'
import { TABLE_SCHEMAS } from '../../../shared/schema/tables'
import { isSyncTable, type SyncTable } from '../../../shared/sync/travel'
import type { CommandTx } from '../core/commandTx'
import type { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'
import type { RecordTables } from '../core/tables'
import { holderIn, newest } from './numberDisputes'

/**
 * Lines over numbers of which a portion, or a decision, may have settled something: those about the records that came
 * new; every one where a record has another number now, or a line was decided elsewhere, which is rare.
 */
export async function linesToSettle(
  db: DeskDatabase,
  { fresh, all }: { fresh: readonly string[]; all: boolean },
): Promise<Dispute[]> {
  const disputes = db.of('disputes')
  if (!all && fresh.length === 0) return []
  const rows = await (all ? disputes : disputes.where('recordId').anyOf([...fresh])).toArray()
  return rows.filter(({ kind, state }) => kind === 'number' && state !== 'kept').map(withoutListKeys)
}

/**
 * What was decided over numbers is carried out here too, so that nobody is asked again: a record of which the number is
 * free by now comes in, and lines of which both records are here are done.
 */
export async function settleNumbers(tx: CommandTx, lines: readonly Dispute[]): Promise<void> {
  for (const id of new Set(lines.map(({ recordId }) => recordId))) {
    const some = lines.filter(({ recordId }) => recordId === id)
    const line = newest(some)
    // While the other record is not here its number may be free only because it has not come yet.
    if (!line || !isSyncTable(line.table) || !(await tx.get(line.table, holderIn(line)))) continue
    if (await comesIn(tx, line.table, line)) for (const one of some) await close(tx, one)
  }
}

/** Whether the record of a line stands here, now or since. */
async function comesIn(
  tx: CommandTx,
  table: SyncTable,
  { recordId, number, waiting }: Dispute,
): Promise<boolean> {
  if (await tx.get(table, recordId)) return true
  const holders = await tx.find(table, 'number', number)
  // What was erased by law meanwhile comes as it was left, not as it was.
  const erased = await tx.get('erasures', placeId(table, recordId))
  if (holders.length > 0 || (erased && !waiting['erased'])) return false
  if (!TABLE_SCHEMAS[table].safeParse(waiting).success) return false
  await tx.take(table, [waiting as unknown as RecordTables[SyncTable]])
  return true
}

async function close(tx: CommandTx, dispute: Dispute): Promise<void> {
  if (dispute.state !== 'open') return
  const { now, actor } = tx.ctx
  await tx.put('disputes', { ...dispute, state: 'taken', decidedAt: now, decidedBy: actor.name })
}
