import type { Correction } from '../../domain/correction/types'
import type { Sheet } from '../layout/frame'

/** One field in the words of the office. */
export interface ChangeOnPaper {
  /** Part of the record in which it stands: 受理. */
  part: string
  label: string
  before: string
  after: string
}

/** What of a 更正单 goes on the paper. */
export type CorrectionOnPaper = Pick<
  Correction,
  | 'target'
  | 'voids'
  | 'reason'
  | 'requestedBy'
  | 'createdAt'
  | 'verification'
  | 'approval'
  | 'appliedAt'
  | 'void'
>

export interface CorrectionInput {
  sheet: Sheet
  correction: CorrectionOnPaper
  /** Its changes, worded; none where the whole record is void. */
  changes: readonly ChangeOnPaper[]
  /** 2026年10月 */
  month: string
}
