import type { Checkpoint } from '../../../shared/sync/wire'
import type { DeskDatabase } from '../core/database'

/** What this database knows of its server, in `meta`: written in the transaction of what it tells of. */
export interface ReplicationMark {
  /** Changes are kept with the row before them, so that they can be merged: from the first set-up on, paused or not. */
  replicating: boolean
  /** `uuid` of the server and `instance_start_time` of the database: another database under the old name is noticed. */
  server: string
  /** The machine's id when it was written: a restored one begins anew under another. */
  deviceId: string
  checkpoint: OwnCheckpoint
  /** Up to which checkpoint it is known that the server has it. */
  confirmed: number
  /** The server gets all from here: for the first time, or because it lost everything. Until both sides are equal. */
  filling?: 'first' | 'emptied'
}

export type OwnCheckpoint = Omit<Checkpoint, '_id' | '_rev'>

/** Before anything was exchanged. */
export const BEGINNING: OwnCheckpoint = { n: 0, session: 'none', since: '0', pushedSeq: 0, history: [] }

/** Reads it from the value of its `meta` row; null before the first set-up. */
export function replicationOf(value: unknown): ReplicationMark | null {
  return typeof value === 'object' && value !== null ? (value as ReplicationMark) : null
}

/** Nothing is known of any server yet. */
export const UNKNOWN: ReplicationMark = {
  replicating: true,
  server: '',
  deviceId: '',
  checkpoint: BEGINNING,
  confirmed: 0,
}

/** In a recovered or restored database that once replicated: from now on changes are kept for merging again. */
export async function keepReplicating(db: DeskDatabase): Promise<void> {
  const known = await db.of('meta').get('replication')
  if (!known) await db.of('meta').put({ key: 'replication', value: UNKNOWN })
}
