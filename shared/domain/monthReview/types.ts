import type { CivilDay, Instant } from '../../util/instant'
import type { MonthId } from '../../util/months'
import type { CheckLine } from '../month/check'
import type { MonthStatistics } from '../month/statistics'
import type { LivingRecord } from '../register/lifecycle'
import type { Step } from '../register/types'
import type { Verdict } from '../visitMonth/types'
import type { ReportFacts } from './reportFacts'

/** 审核中 → 已审核 (客服主管) → 已审阅 (主任; the month is locked). A month is never void. */
export const MONTH_REVIEW_STATES = ['running', 'reviewed', 'approved', 'void'] as const
export type MonthReviewState = (typeof MONTH_REVIEW_STATES)[number]

/** Why a line of the checklist stays as it is, or one record behind it. Kept and printed. */
export interface LineReason {
  /** `complaint.overAMonth` */
  line: string
  /** '' for the line as a whole. */
  recordId: string
  text: string
  at: Instant
  by: string
}

/** 合格 or 有问题 of a record that was read. */
export const SPOT_OUTCOMES = ['good', 'fault'] as const
export type SpotOutcome = (typeof SPOT_OUTCOMES)[number]

/** One record of the spot check. */
export interface SpotItem {
  table: string
  id: string
  number: string
  outcome: SpotOutcome | null
  comment: string
  at: Instant | null
  by: string
}

/** 抽查: drawn by the month and a seed, so that anybody can draw it again. */
export interface SpotSample {
  seed: number
  /** Records asked for of each register. */
  size: number
  drawnAt: Instant
  drawnBy: string
  items: SpotItem[]
}

/** A suggestion of the supervisor, and what the director says to it. */
export interface ReviewSuggestion {
  id: string
  text: string
  at: Instant
  by: string
  decision: { verdict: Verdict; note: string; at: Instant; by: string } | null
}

/** A duty of the 年度服务计划 that no register shows, done and noted by hand. */
export interface PlanTick {
  id: string
  duty: string
  doneOn: CivilDay
  note: string
  at: Instant
  by: string
}

/** 审核 and 审阅. */
export interface MonthSignature {
  /** 意见 of the supervisor, 批示 of the director; '' for none. */
  words: string
  at: Instant
  by: string
}

/** 退回 to the supervisor, and 重开 of a signed month: each with its reason, and printed. */
export interface Reopening {
  kind: 'returned' | 'reopened'
  reason: string
  at: Instant
  by: string
  /** The digest that was signed; '' where it was not yet. */
  digest: string
}

/** The review of one month (domain 12). Its id and number are the month, `2026-11`. */
export interface MonthReview extends LivingRecord {
  register: 'monthReview'
  state: MonthReviewState
  reasons: LineReason[]
  sample: SpotSample | null
  suggestions: ReviewSuggestion[]
  ticks: PlanTick[]
  review: MonthSignature | null
  approval: MonthSignature | null
  /** Digest over the month's seal; '' until it is signed. */
  digest: string
  /** SHA-256 of the 《月报》 that was made and kept after the signing; '' until then. */
  reportSha256: string
  reopenings: Reopening[]
  steps: Step<MonthReviewState>[]
}

/** One record as it was when the month was signed. */
export interface SealedRecord {
  table: string
  id: string
  number: string
  rev: number
  /** SHA-256 of its canonical JSON. */
  digest: string
}

/** The end of a device's chain when the month was signed. */
export interface SealedChain {
  deviceId: string
  seq: number
  digest: string
}

/**
 * What was signed: every record of the month, the chains, and the figures as they were. Nothing in it changes any more;
 * a month that was reopened and signed again has a new one.
 */
export interface MonthSeal {
  id: MonthId
  at: Instant
  by: string
  /** SHA-256 over everything else in it. */
  digest: string
  records: SealedRecord[]
  chains: SealedChain[]
  statistics: MonthStatistics
  checks: CheckLine[]
  /** What the 月报 lists: `reportFacts(view)`. */
  report: ReportFacts
  /** Words about records that were erased by law since are gone: SHA-256 over what is left, `digest` apart (domain 13). */
  erasedDigest?: string
}
