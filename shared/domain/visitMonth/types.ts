import type { CivilDay, Instant, RegisterRecord, Step, Voided } from '../register/types'
import type { Goal } from '../visit/goals'
import type { SuggestionPart } from '../visit/types'

/** 进行中 → 已送主任 (接待员意见 complete, by the 5th) → 已总结 (访问总结, by the 10th). */
export const VISIT_MONTH_STATES = ['running', 'submitted', 'summarized', 'void'] as const
export type VisitMonthState = (typeof VISIT_MONTH_STATES)[number]

/** 自住+出租 at the month's end: the denominator of its goal, whatever changes later (domain 8). */
export interface OccupiedSnapshot {
  /** The month's last day. */
  day: CivilDay
  occupied: number
  takenAt: Instant
  /** The machine was off at the month's end: the count is that of the first start after it. */
  late: boolean
}

/** 采纳 or 不采纳 */
export const VERDICTS = ['adopted', 'notAdopted'] as const
export type Verdict = (typeof VERDICTS)[number]

/** One 意见和建议 of the month's visits: where it stands, and its words. */
export interface Suggestion {
  visitId: string
  number: string
  unitCode: string
  part: SuggestionPart
  text: string
}

/** 采纳/不采纳 of one suggestion, with its words as they were decided on. */
export interface SuggestionDecision extends Suggestion {
  verdict: Verdict
  /** What will be done, or why not. */
  note: string
  at: Instant
  by: string
}

/** The last month's records go to the director with the clerk's opinion. */
export interface MonthSubmission {
  /** 接待员意见 on the month as a whole. */
  opinion: string
  at: Instant
  by: string
}

/** 访问总结 of the director. */
export interface MonthSummary {
  text: string
  at: Instant
  by: string
}

/**
 * One month of visits (domain 8). Its id and number are the month, `2026-11`: it has no number of domain 2, because it is
 * no record that somebody brought.
 */
export interface VisitMonth extends RegisterRecord {
  register: 'visitMonth'
  state: VisitMonthState
  /** Whether a visit took place in it: without one nothing goes to the director. */
  visited: boolean
  snapshot: OccupiedSnapshot | null
  submission: MonthSubmission | null
  decisions: SuggestionDecision[]
  summary: MonthSummary | null
  /** As they were when the summary was signed, for later corrections do not change what was signed; null before. */
  goals: { month: Goal; year: Goal } | null
  void: Voided | null
  steps: Step<VisitMonthState>[]
}
