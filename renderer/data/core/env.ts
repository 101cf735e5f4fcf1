import type { JournalLine } from '../../../shared/ipc/channels'
import type { Result } from '../../../shared/util/result'
import type { DeskDatabase } from './database'
import type { SearchDoc } from './tables'

/** What the search index is told after a commit. */
export interface SearchChange {
  put: SearchDoc[]
  del: string[]
  /** The commit's entry in the chain of this device. */
  chain?: { seq: number; digest: string }
}

/** Where journal lines go: main flushes them before it answers. */
export interface JournalLink {
  append: (lines: JournalLine[]) => Promise<Result<{ lastSeq: number }>>
}

/** Everything the data layer needs from outside: passed in, so that tests own time, ids and storage. */
export interface DataEnv {
  db: DeskDatabase
  journal: JournalLink
  now: () => string
  newId: () => string
  /** Called after each commit with what the search index must learn. */
  onCommitted: (change: SearchChange) => void
  /** Free bytes on the disk of the ledger, or null when not known. */
  freeBytes: () => Promise<number | null>
  /** Whether the database holds all that it should: nothing is written before that is known. Left out in tests. */
  isWhole?: () => Promise<boolean>
}

/** Below this much free space writing stops politely (quality 1). */
export const MIN_FREE_BYTES = 200 * 1024 * 1024
