import type { CheckpointEvent } from '../../shared/sync/wire'
import type { DeskDatabase } from '../data/core/database'
import { setMark } from '../data/replica/identity'
import type { ReplicationMark } from '../data/replica/mark'
import { checkpointPath } from './connect'
import type { Connection } from './connection'
import type { SyncWorld } from './ports'

const HISTORY = 20

/** The mark after a step, with a checkpoint of its own; nothing of it is written yet. */
export function stepped(
  { mark, me }: Connection,
  world: Pick<SyncWorld, 'now' | 'newId'>,
  step: { since?: string; pushedSeq?: number },
): ReplicationMark {
  const { checkpoint } = mark
  const n = checkpoint.n + 1
  const history = [{ n, at: world.now() }, ...checkpoint.history].slice(0, HISTORY)
  return {
    ...mark,
    deviceId: me.deviceId,
    checkpoint: { ...checkpoint, ...step, n, session: world.newId(), history },
  }
}

/** The mark with something that happened; it goes to the server with the next checkpoint. */
export function withEvent(mark: ReplicationMark, event: CheckpointEvent): ReplicationMark {
  const { checkpoint } = mark
  const events = [event, ...(checkpoint.events ?? [])].slice(0, HISTORY)
  return { ...mark, checkpoint: { ...checkpoint, events } }
}

/** Gives a mark's checkpoint to the server; nothing of that is noted here. */
export async function putCheckpoint(
  { couch, me }: Pick<Connection, 'couch' | 'me'>,
  { checkpoint }: ReplicationMark,
): Promise<void> {
  const path = checkpointPath(me)
  await couch.put(path, { ...checkpoint, _id: path })
}

/** Tells the server how far this machine is; a stale write is taken too (quality 5), so nobody else writes there. */
export async function tellServer(db: DeskDatabase, connection: Connection): Promise<void> {
  const { mark } = connection
  if (mark.confirmed >= mark.checkpoint.n) return
  await putCheckpoint(connection, mark)
  connection.mark = { ...connection.mark, confirmed: mark.checkpoint.n }
  await setMark(db, connection.mark)
}
