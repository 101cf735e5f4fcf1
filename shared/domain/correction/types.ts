import type { LivingRecord } from '../register/lifecycle'
import type { Instant, Step } from '../register/types'

/** 待核 → 待批 → 已更正; 不同意 from either; 作废 while nothing was changed. */
export const CORRECTION_STATES = ['requested', 'verified', 'applied', 'rejected', 'void'] as const
export type CorrectionState = (typeof CORRECTION_STATES)[number]

/** One field that is to say something else. Values as stored; `path` is dotted: `intake.place`. */
export interface CorrectedField {
  path: string
  before: string | number | boolean | null
  after: string | number | boolean | null
}

/** 同意 or 不同意 of the supervisor, then of the director. */
export interface CorrectionView {
  at: Instant
  by: string
  agreed: boolean
  /** 意见; why not, where it was refused. */
  words: string
}

/** The record that is put right, as it was called when this was asked for. */
export interface CorrectionTarget {
  table: string
  id: string
  number: string
}

/** 更正单 (BG): the only way to change a record of a locked month (domain 12). */
export interface Correction extends LivingRecord {
  register: 'correction'
  state: CorrectionState
  target: CorrectionTarget
  /** The locked month that it changes: `2026-10`. */
  month: string
  changes: CorrectedField[]
  /** 作废 of the record instead of other words in it. */
  voids: boolean
  reason: string
  /** 申请人 */
  requestedBy: string
  requestedByUserId: string
  verification: CorrectionView | null
  approval: CorrectionView | null
  /** When the record was changed. */
  appliedAt: Instant | null
  steps: Step<CorrectionState>[]
}
