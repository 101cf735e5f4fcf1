import { sealEntry } from '../../../shared/domain/audit/chain'
import type { AuditDetail, JournalEntry } from '../../../shared/domain/audit/types'
import type { JournalLine } from '../../../shared/ipc/channels'
import type { CommandTx } from './commandTx'
import type { DeskDatabase } from './database'
import { refIdsOf } from './refIds'
import type { ChainState } from './tables'

/**
 * Adds the command to the device's hash chain: audit entry, its erasable detail, outbox entries, and the journal
 * line that waits in the database until main has flushed it.
 */
export async function appendToChain(
  db: DeskDatabase,
  command: string,
  tx: CommandTx,
  chain: ChainState | undefined,
): Promise<JournalLine> {
  const { ctx } = tx
  const opId = ctx.newId()
  const detail: AuditDetail = { opId, userName: ctx.actor.name, reason: tx.reason, changes: tx.changes }
  const deviceId = String((await db.of('meta').get('deviceId'))?.value ?? '')
  const audit = sealEntry(
    chain ? { seq: chain.seq, digest: chain.digest } : null,
    { deviceId, opId, at: ctx.now, userId: ctx.actor.userId, command, refs: tx.refs },
    detail,
  )
  const entry: JournalEntry = { audit, detail, writes: tx.writes }
  const line: JournalLine = {
    seq: audit.seq,
    prev: audit.prev,
    digest: audit.digest,
    body: JSON.stringify(entry),
  }
  await db.of('audit').add({ ...audit, refIds: refIdsOf(entry) })
  await db.of('auditDetails').add(detail)
  await db.of('pendingJournal').add(line)
  // By the writes, not by the entry's refs: an import's rows are to be replicated too. One row a record.
  await db
    .of('outbox')
    .bulkPut(
      tx.writes.flatMap((write) =>
        'put' in write ? [outboxRow(write.table, String(write.put['id']), audit.seq)] : [],
      ),
    )
  const newestAt = chain && chain.newestAt > ctx.now ? chain.newestAt : ctx.now
  const next: ChainState = {
    seq: audit.seq,
    digest: audit.digest,
    newestAt: tx.acceptedClock ? ctx.now : newestAt,
  }
  await db.of('meta').put({ key: 'chain', value: next })
  return line
}

function outboxRow(table: string, recordId: string, seq: number) {
  return { id: `${table}|${recordId}`, table, recordId, seq }
}
