import type { AuditDetail, AuditEntry } from '../../../shared/domain/audit/types'
import type { SyncTable } from '../../../shared/sync/travel'
import type { Vector } from '../../../shared/sync/vector'
import type { ReplicationMark } from './mark'

type Row = Record<string, unknown>

/** A record's document, checked and with its sealed fields opened. */
export interface Opened {
  table: SyncTable
  recordId: string
  /** The server's revision; null for a leaf that lost, of which nothing is agreed. */
  rev: string | null
  row: Row
  seen: Vector
  opId: string
  deviceId: string
  /** Whoever sent it knew that a signed month keeps it. */
  frozen: boolean
  withheld: readonly string[]
}

/** An entry of another machine's chain, checked. */
export interface OpenedEntry {
  entry: AuditEntry
  /** Null where it was erased by law, or stays with the machine that made it. */
  detail: AuditDetail | null
  erased: boolean
}

/** One portion from the server, written in one transaction with how far it goes. */
export interface Portion {
  records: readonly Opened[]
  entries: readonly OpenedEntry[]
  mark: ReplicationMark
}

/** What came of a portion. */
export interface Taken {
  /** Rows written as the server has them. */
  taken: number
  merged: number
  /** New lines of 待核对. */
  disputed: number
}
