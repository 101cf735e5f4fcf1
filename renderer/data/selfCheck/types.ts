import type { FileState, JournalStatus } from '../../../shared/ipc/channels'
import type { Result } from '../../../shared/util/result'
import type { Instant } from '../../../shared/util/instant'
import type { RecordTable } from '../core/tables'

/** What the self-check found that is not as it should be. Nothing of it is mended by itself. */
export type Finding =
  /** A counter stands below the highest number that was given (`last`), or numbers are missing below it (`held`). */
  | { kind: 'numbers'; series: string; last: number; highest: number; held: number }
  /** A counter of a list says another number than its rows. */
  | { kind: 'counter'; table: RecordTable; facet: string; counted: number; found: number }
  /** Drafts of people who do not work here any more. */
  | { kind: 'draftsOfGone'; ids: string[] }
  /** Drafts of records that somebody has saved since. */
  | { kind: 'draftsBehind'; count: number }
  /** Lines that still wait although the journal has them, or that it does not take. */
  | { kind: 'waitingLines'; count: number }
  /** A damaged place in the journal: what stood there still stands in the database. */
  | { kind: 'journal'; problem: string; file: string; line: number }
  /** Rows that cannot be read: their seal does not open, or what they lack keeps every list from them. */
  | { kind: 'rows'; table: RecordTable; names: string[]; count: number }
  /** Entries of the chain whose details are gone, and not by law: records stand, what was done to them is told no more. */
  | { kind: 'details'; count: number; from: Instant; to: Instant }
  /** 附件 whose files are gone or altered. */
  | { kind: 'files'; missing: number; altered: number; numbers: string[] }

export interface SelfCheckReport {
  at: Instant
  findings: Finding[]
  /** Whether every counter and every file was looked at, or a part of them. */
  thorough: boolean
  /** How many numbers, counters and files were looked at. */
  looked: { numbers: number; counters: number; files: number }
}

/** What the self-check asks besides the database. */
export interface SelfCheckPorts {
  now: () => string
  journal: { status: () => Promise<Result<JournalStatus>> }
  /** The states of stored files, in the order of the question; null where they cannot be asked for. See `attachments.check`. */
  fileStates?: (sha256: string[], thorough: boolean) => Promise<FileState[] | null>
}
