import { sealEntry } from '../../../shared/domain/audit/chain'
import type { AuditDetail, JournalEntry } from '../../../shared/domain/audit/types'
import type { JournalLine } from '../../../shared/ipc/channels'
import type { CommandTx } from './commandTx'
import { replicationOf } from '../replica/mark'
import { queueWrites } from '../replica/queue'
import type { DeskDatabase } from './database'
import { refIdsOf } from './refIds'
import type { ChainState } from './tables'

/** Whose chain it is, and where it ends. */
export interface ChainEnd {
  deviceId: string
  chain: ChainState | undefined
  /** Whether this office replicates, or did: see `ReplicationMark`. */
  replicating: boolean
}

/** Reads the end of this device's chain. */
export async function chainEnd(db: DeskDatabase): Promise<ChainEnd> {
  const [chain, device, replication] = await db.of('meta').bulkGet(['chain', 'deviceId', 'replication'])
  return {
    chain: chain?.value as ChainState | undefined,
    deviceId: String(device?.value ?? ''),
    replicating: replicationOf(replication?.value)?.replicating ?? false,
  }
}

/**
 * Adds the command to the device's hash chain: audit entry, its erasable detail, outbox entries, and the journal
 * line that waits in the database until main has flushed it.
 */
export async function appendToChain(
  db: DeskDatabase,
  command: string,
  tx: CommandTx,
  { chain, deviceId: known, replicating }: ChainEnd,
): Promise<JournalLine> {
  const { ctx } = tx
  const opId = ctx.newId()
  // The very first command gives the device its id.
  const deviceId = known || (await chainEnd(db)).deviceId
  const detail: AuditDetail = { opId, userName: ctx.actor.name, reason: tx.reason, changes: tx.changes }
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
  const newestAt = chain && chain.newestAt > ctx.now ? chain.newestAt : ctx.now
  const next: ChainState = {
    seq: audit.seq,
    digest: audit.digest,
    newestAt: tx.acceptedClock ? ctx.now : newestAt,
  }
  // Side by side: none of them needs the answer of another, and each answer is a way to the database and back.
  await Promise.all([
    db.of('audit').add({ ...audit, refIds: refIdsOf(entry) }),
    db.of('auditDetails').add(detail),
    db.of('pendingJournal').add(line),
    queueWrites(db, tx.queued, { deviceId, seq: audit.seq, replicating }),
    db.of('meta').put({ key: 'chain', value: next }),
  ])
  return line
}
