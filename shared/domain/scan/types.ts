import type { Instant } from '../../util/instant'
import type { NumberParts } from '../numbering/number'
import type { Erasable } from '../privacy/types'
import type { StoredFile } from '../register/attachment'
import type { Voided } from '../register/types'

/** How paper came back: dropped on the window, chosen in the file chooser, or found in the watched folder. */
export const SCAN_SOURCES = ['dropped', 'chosen', 'folder'] as const
export type ScanSource = (typeof SCAN_SOURCES)[number]

/** Where a scan stands: 待归档, 已归档 with its record, 不归档 with a reason. Nothing is deleted (domain 10). */
export const SCAN_STATES = ['waiting', 'filed', 'discarded'] as const
export type ScanState = (typeof SCAN_STATES)[number]

/** What the code on a sheet says: the number apart from its prefix, the print version, the form's code `KF-TS-01`. */
export interface SheetRead {
  number: Omit<NumberParts, 'prefix'>
  /** 编号前缀 as it stands on the sheet; left out where it was not read (a month's 《访问总结》 has none). */
  prefix?: string | undefined
  version: number
  form: string
}

/** A file that a scan was taken from, and which of its pages (from 1, of `of`). */
export interface ScanOrigin {
  sha256: string
  name: string
  pages: number[]
  of: number
}

/** With which record a scan was filed. */
export interface ScanFiled {
  table: string
  recordId: string
  number: string
  /** The form whose sheet it is: `complaintVisit`; '' where it was attached as a plain 附件. */
  form: string
  /** Its print version; 0 for a plain 附件. */
  version: number
  attachmentId: string
  at: Instant
  by: string
}

/**
 * One sheet of paper that came back, all of its pages in one file; or one page whose code could not be read. It waits
 * in the tray (待归档) until it is filed with its record or put aside.
 */
export interface Scan extends Erasable {
  id: string
  rev: number
  state: ScanState
  /** What will be kept with the record. */
  file: StoredFile
  /** How many pages it has. */
  pages: number
  origins: ScanOrigin[]
  /** Of the origins and of the file: the same bytes are known again by these. */
  sha256s: string[]
  source: ScanSource
  /** What was read on its pages, each once: none, one, or several that contradict one another. */
  codes: SheetRead[]
  receivedAt: Instant
  receivedBy: string
  receivedUserId: string
  filed: ScanFiled | null
  discarded: Voided | null
}
