import { join } from '../../../shared/sync/vector'
import type { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'
import type { OutboxRow, RecordTable } from '../core/tables'

type Row = Record<string, unknown>

/** A record that a command wrote, and how it was before; undefined for a new one. */
export interface QueuedWrite {
  table: RecordTable
  id: string
  before: Row | undefined
  /** It was just merged with the server's: `before` is what is agreed on from now, whatever waited. */
  merged?: true
}

/** Where a command stands: the machine's chain. */
export interface QueuedBy {
  deviceId: string
  seq: number
  /** Whether the rows before are to be kept for merging: see `ReplicationMark`. */
  replicating: boolean
}

export function outboxId(table: string, recordId: string): string {
  return `${table}|${recordId}`
}

/**
 * Notes for the server what a command wrote, in its transaction: one row a record, however often it is written. The row
 * that was agreed on last stays with the first of these changes.
 */
export async function queueWrites(
  db: DeskDatabase,
  writes: readonly QueuedWrite[],
  by: QueuedBy,
): Promise<void> {
  if (writes.length === 0) return
  // A record written twice by one command: what stood before both counts.
  const first = new Map<string, QueuedWrite>()
  for (const write of writes) {
    const id = outboxId(write.table, write.id)
    if (!first.has(id)) first.set(id, write)
  }
  const ids = [...first.keys()]
  const waiting = by.replicating ? await db.of('outbox').bulkGet(ids) : []
  const rows = ids.map((id, i) => rowOf(id, first.get(id), waiting[i], by))
  await db.of('outbox').bulkPut(rows.filter((row) => row !== null))
}

function rowOf(
  id: string,
  write: QueuedWrite | undefined,
  waiting: OutboxRow | undefined,
  { deviceId, seq, replicating }: QueuedBy,
): OutboxRow | null {
  if (!write) return null
  const row: OutboxRow = { id, table: write.table, recordId: write.id, seq, vector: { [deviceId]: seq } }
  if (!replicating) return row
  const base = write.before ? withoutListKeys(write.before) : null
  if (!waiting) return { ...row, base }
  const vector = join(vectorOf(waiting, deviceId), { [deviceId]: seq })
  // What was refused is tried again once it is another.
  const { refused: _then, ...waits } = waiting
  return { ...waits, seq, vector, ...(write.merged ? { base } : {}) }
}

/** Which commands of this machine a waiting row knows; rows of older releases tell only their sequence. */
export function vectorOf({ vector, seq }: OutboxRow, deviceId: string): Record<string, number> {
  return { ...(vector ?? { [deviceId]: seq }) }
}
