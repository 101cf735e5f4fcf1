import type { Couch } from './server/couch'
import type { Identity } from '../data/replica/identity'
import type { ReplicationMark } from '../data/replica/mark'

/** The database was made anew, or came back older, below a running exchange: it has to be looked at again. */
export class Moved extends Error {
  override name = 'Moved'
}

/** An office's database that was found in order, and how far this machine is with it. */
export interface Connection {
  readonly couch: Couch
  readonly me: Identity
  /** As it stands now: replaced, never changed. */
  mark: ReplicationMark
  /** Whether a table's rows leave this machine, and are taken in, by the office's setting. */
  readonly goes: (table: string) => boolean
}
