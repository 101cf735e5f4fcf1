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

/** Tells the server how far this machine is; a stale write is taken too (quality 5), so nobody else writes there. */
export async function tellServer(db: DeskDatabase, connection: Connection): Promise<void> {
  const { couch, me, mark } = connection
  if (mark.confirmed >= mark.checkpoint.n) return
  const path = checkpointPath(me)
  await couch.put(path, { ...mark.checkpoint, _id: path })
  connection.mark = { ...connection.mark, confirmed: mark.checkpoint.n }
  await setMark(db, connection.mark)
}
