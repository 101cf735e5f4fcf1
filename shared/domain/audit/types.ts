import type { FieldChange } from '../../util/diff'
import type { Instant } from '../../util/instant'

export type { FieldChange } from '../../util/diff'

/** Points at a record that a command wrote. */
export interface AuditRef {
  table: string
  id: string
  number?: string
}

/**
 * One entry of the hash chain, one chain a device (architecture: "The one way that data is written").
 * `digest` is SHA-256 over the canonical JSON of all other fields; `prev` is the digest of entry `seq - 1`
 * ('' for the first). What the entry says about people stands in `AuditDetail` and enters by its digest only.
 */
export interface AuditEntry {
  seq: number
  deviceId: string
  /** UUIDv7 of the command: tells our own write from another's. */
  opId: string
  at: Instant
  userId: string
  command: string
  refs: AuditRef[]
  detailDigest: string
  prev: string
  digest: string
}

/** The erasable part of an audit entry. */
export interface AuditDetail {
  opId: string
  userName: string
  reason: string
  changes: { table: string; id: string; fields: FieldChange[] }[]
}

/** A table write, as the journal keeps it for recovery; `erased` where what was written is gone by law (domain 13). */
export type TableWrite =
  | { table: string; put: Record<string, unknown> }
  | { table: string; del: string }
  | { table: string; erased: string }

/** One command as the journal keeps it: enough to rebuild the database. */
export interface JournalEntry {
  audit: AuditEntry
  /** Null where it was erased by law. */
  detail: AuditDetail | null
  writes: TableWrite[]
}
