import type { SyncTrouble } from '../../shared/ipc/syncChannels'
import type { Instant } from '../../shared/util/instant'
import type { DeskData } from './deskData'

/** The small word of the title bar (issue "Seen"): what replication is doing, or wants. */
export type ReplicationKind =
  /** Not set up, or taken away. */
  | 'off'
  | 'paused'
  /** Works without the server; tries again by itself. */
  | 'offline'
  /** The first exchange: `progress` tells how far. */
  | 'filling'
  | 'working'
  /** Nothing waits. */
  | 'upToDate'
  /** Stopped until somebody decides: see `needs`. */
  | 'needsYou'

/** Why it stopped and asks. */
export const REPLICATION_NEEDS = [
  /** 401/403: trying on would lock the account. */
  'password',
  'rights',
  'otherOffice',
  'notPrepared',
  /** The database was lost or made anew: fill it from here? */
  'emptied',
  /** Another machine goes about under this one's name. */
  'cloned',
  /** Another machine of the office bears this one's letter. */
  'letterTaken',
  /** A newer release writes there. */
  'newerApp',
  'certificate',
  /** No 《恢复单》 yet: nothing could be sealed. */
  'vault',
] as const
export type ReplicationNeed = (typeof REPLICATION_NEEDS)[number]

/** One line of the history on the page. */
export interface ReplicationEvent {
  at: Instant
  kind:
    | 'connected'
    | 'trouble'
    | 'serverOlder'
    | 'emptied'
    | 'refused'
    | 'filled'
    | 'disputed'
    | 'paused'
    | 'resumed'
    | 'unreadable'
    /** Changed on the server by no machine of the office: ours were sent over it. */
    | 'putRight'
  trouble?: SyncTrouble
  count?: number
}

/** Why the desk itself sets a record aside: too large alone; the server has a version that this release cannot read. */
export const DESK_REASONS = ['tooLarge', 'unreadable'] as const
export type DeskReason = (typeof DESK_REASONS)[number]

/** A document that the server would not take, or that the desk set aside. */
export interface RefusedDoc {
  table: string
  recordId: string
  /** In the server's own words, or a `DeskReason`. */
  reason: string
  at: Instant
}

export interface ReplicationState {
  kind: ReplicationKind
  needs: ReplicationNeed | null
  /** Why it is offline. */
  trouble: SyncTrouble | null
  /** When both sides last had the same. */
  upToDateAt: Instant | null
  /** Records and chain entries that wait to be sent. */
  waiting: number
  /** Parked: see `RefusedDoc`. */
  refused: readonly RefusedDoc[]
  progress: { done: number; total: number } | null
  /** By how much this machine's clock is ahead of the server's, ms; null where not known. Shown beyond ten minutes. */
  aheadMs: number | null
  /** Newest first, of this run. */
  history: readonly ReplicationEvent[]
}

/** What the screens may ask of the engine; `renderer/app` lends it, and null is lent where there is none. */
export interface Replication {
  snapshot: () => ReplicationState
  subscribe: (onChange: () => void) => () => void
  /** Tries at once, whatever it waits for. */
  syncNow: () => void
  /** The server's settings changed: begins anew. */
  restart: () => void
  /** Answers a question of `needs`: fill the emptied server; an identity of its own; this machine replaces the other. */
  answer: (need: 'emptied' | 'cloned' | 'letterTaken', agreed: boolean) => Promise<void>
  /** Sends a parked document once more. */
  retry: (table: string, recordId: string) => Promise<void>
  /** Makes sure that a file of 附件 is here; false where it cannot be had now. */
  fetchFile: (sha256: string) => Promise<boolean>
}

/** The engine at work, and how to end it. */
export interface RunningReplication {
  desk: Replication
  stop: () => void
}

/** Starts it for an office whose database is whole. */
export type StartReplication = (data: DeskData) => Promise<RunningReplication>
