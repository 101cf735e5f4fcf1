import type { DisputedField } from '../../domain/dispute/types'
import type { MonthFacts } from '../../domain/month/facts'
import type { IsLocked } from '../../domain/month/lock'
import type { OfficeRules } from '../../domain/register/types'
import type { MonthId } from '../../util/months'
import type { SyncTable } from '../travel'
import type { Vector } from '../vector'
import type { Row } from '../wire'

/** Of a signed month's seal: how far each machine's chain was known when it was signed, and on which machine that was. */
export interface Signing {
  chains: Vector
  /** Null where it is not known. */
  deviceId: string | null
}

/** What a merge may know beside the rows. */
export interface MergeFacts {
  /** Of the register's traits; null for tables that no month keeps. */
  month: MonthFacts<Row> | null
  /** Of every month that `monthsTouched` names for these rows. */
  isLocked: IsLocked
  settings: OfficeRules
  /** Whether a merged row may be written: its schema above all. */
  accepts: (row: Row) => boolean
  /** How a locked month was signed; absent or null where that is not known. */
  signingOf?: (month: MonthId) => Signing | null
  /** What each version knows; absent where that is not known. */
  seen?: { ours: Vector; server: Vector }
  /** Whoever pushed the server's version knew of the lock: `frozen` stands in its document. */
  serverFrozen?: boolean
  /** Ours was written, or agreed on with the server, by whoever knew of the lock: it stands as the lock let it. */
  oursFrozen?: boolean
}

export interface MergeInput {
  table: SyncTable
  /** The version agreed on before the first change that waits; null where none is known. */
  base: Row | null
  ours: Row
  server: Row
  facts: MergeFacts
}

/** What comes of two versions of a record (issue "Conflicts"). */
export type Merge =
  /** Both say the same. */
  | { kind: 'same' }
  /** The server's counts. */
  | { kind: 'take' }
  /** Ours counts. */
  | { kind: 'push' }
  /** A row made of both counts; `fields` say what of ours waits, none where nothing does. */
  | { kind: 'merged'; row: Row; fields: DisputedField[] }
  /** One side's whole row counts, and the other's waits: both changed the same, 作废 against a change, a signed month. */
  | { kind: 'ask'; why: 'fields' | 'void' | 'locked'; keep: 'server' | 'ours'; fields: DisputedField[] }
