import { civilDayOf, shiftDay } from '../../util/civilTime'
import type { CivilDay, Instant } from '../../util/instant'
import { lastDayOf, type MonthId, monthSpan } from '../../util/months'
import { approvalDue } from '../monthReview/lifecycle'
import type { Goal } from '../visit/goals'
import {
  PLAN_DUTIES,
  type PlanDuty,
  type PlanFrequency,
  type ServicePlan,
  TIMED_DUTIES,
  type TimedDuty,
} from './plan'
import { type PlanPeriod, type PlanScope, periodsIn, scopeOf, stretchOf } from './planPeriods'

/** Duties that are a share to be reached: 业主回访, 突发事件处理率, 档案完整率. */
export type ShareDuty = Exclude<PlanDuty, TimedDuty>

/** Duties that no register shows: somebody notes them with date and words. */
export const NOTED_DUTIES = ['training', 'assessment'] as const satisfies readonly TimedDuty[]
export type NotedDuty = (typeof NOTED_DUTIES)[number]

/** What is known of a month and its year up to that month's end; null while it is still being counted. */
export interface PlanFacts {
  shares: Record<ShareDuty, { month: Goal | null; year: Goal | null }>
  /**
   * Days by which each timed duty counts as done, of the year: the Monday of a week whose sheet was printed, the first of
   * a month that was signed, of a quarter whose round is finished; else the day itself.
   */
  deeds: Record<TimedDuty, readonly CivilDay[] | null>
  /** The day from which the office keeps its books here: what was over before is asked of nobody. */
  since: CivilDay
  now: Instant
}

/** `none` where nothing is asked; `missed` once its time is over, `open` until then. */
export type PlanStatus = 'done' | 'open' | 'missed' | 'none'

/** How far a duty is within its stretch. */
export interface PlanProgress {
  scope: PlanScope
  /** Periods in which it was done; of a share its numerator. */
  done: number
  /** Periods in which it is to be done; of a share how many reach it. */
  target: number
  /** Of a share only. */
  denominator: number | null
  status: PlanStatus
}

/** One line of the 年度服务计划; a figure is null while it is still being counted. */
export interface PlanLine {
  duty: PlanDuty
  /** null for a share. */
  frequency: PlanFrequency | null
  month: PlanProgress | null
  year: PlanProgress | null
}

/** Every handled or filed one, 100 %: a share with an empty denominator is neither reached nor missed (domain 12). */
export function wholeShare(numerator: number, denominator: number): Goal {
  return {
    numerator,
    denominator,
    needed: denominator,
    reached: denominator === 0 ? null : numerator >= denominator,
  }
}

/** The 年度服务计划 of a month and its year up to it (domain 12); duties that the office does not have are left out. */
export function planLines(plan: ServicePlan, facts: PlanFacts, month: MonthId): PlanLine[] {
  return PLAN_DUTIES.flatMap((duty) =>
    isTimed(duty) ? timedLine(duty, plan[duty], facts, month) : [shareLine(duty, facts, month)],
  )
}

function isTimed(duty: PlanDuty): duty is TimedDuty {
  return TIMED_DUTIES.some((timed) => timed === duty)
}

function shareLine(duty: ShareDuty, { shares, now }: PlanFacts, month: MonthId): PlanLine {
  const goals = shares[duty]
  const yearOver = now >= monthSpan(`${month.slice(0, 4)}-12`).until
  return {
    duty,
    frequency: null,
    month: goals.month && ofShare(goals.month, 'month', now >= monthSpan(month).until),
    year: goals.year && ofShare(goals.year, 'year', yearOver),
  }
}

function ofShare(
  { numerator, denominator, needed, reached }: Goal,
  scope: PlanScope,
  over: boolean,
): PlanProgress {
  const status = reached === null ? 'none' : reached ? 'done' : over ? 'missed' : 'open'
  return { scope, done: numerator, target: needed, denominator, status }
}

function timedLine(duty: TimedDuty, frequency: PlanFrequency, facts: PlanFacts, month: MonthId): PlanLine[] {
  if (frequency === 'off') return []
  const days = facts.deeds[duty]
  const progress = (scope: PlanScope): PlanProgress | null =>
    days && ofPeriods(periodsIn(frequency, stretchOf(month, scope)), days, { duty, scope, facts, month })
  return [{ duty, frequency, month: progress(scopeOf(frequency)), year: progress('year') }]
}

interface Counting {
  duty: TimedDuty
  scope: PlanScope
  facts: PlanFacts
  month: MonthId
}

function ofPeriods(
  all: readonly PlanPeriod[],
  days: readonly CivilDay[],
  { duty, scope, facts, month }: Counting,
): PlanProgress {
  const end = lastDayOf(month)
  const today = civilDayOf(facts.now)
  const asked = all.filter(({ last }) => last >= facts.since)
  const open = asked.filter(
    ({ first, last }) => !days.some((day) => day >= first && day <= last && day <= end),
  )
  const missed = open.some((period) => period.last <= end && today > dueDay(duty, period))
  const status = asked.length === 0 ? 'none' : open.length === 0 ? 'done' : missed ? 'missed' : 'open'
  return { scope, done: asked.length - open.length, target: asked.length, denominator: null, status }
}

/** What sums up a period is written after it: 周报 within the week after, 月报 by the day of 审阅. */
function dueDay(duty: TimedDuty, { last }: PlanPeriod): CivilDay {
  if (duty === 'monthlySummary') return civilDayOf(approvalDue(last.slice(0, 7)))
  return duty === 'weeklySummary' ? shiftDay(last, 7) : last
}
