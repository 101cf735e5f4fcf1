import { endOfCivilDay, instantFromMs, instantOf, msOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { accept, type Result, refuse } from '../../util/result'
import { allObjections, requireText } from '../register/objections'
import type { RuleContext } from '../register/types'
import type { Goal } from '../visit/goals'
import { firstDayOf, lastDayOf, type MonthId, nextMonth } from '../visit/month'
import { visitMonthLife } from './lifecycle'
import { decisionOn, undecided } from './suggestions'
import type { OccupiedSnapshot, Suggestion, SuggestionDecision, Verdict, VisitMonth } from './types'

/** How long after midnight a count still is the month-end's: the daily work begins with the new day. */
const ON_TIME_MS = 60 * 60_000

/** The month's record, begun by its first visit or by its snapshot. Its number is the month itself. */
export function openMonth(month: MonthId, visited: boolean, ctx: RuleContext): VisitMonth {
  const given = { number: month, year: Number(month.slice(0, 4)), seq: Number(month.slice(5)) }
  const fields = {
    id: month,
    register: 'visitMonth' as const,
    visited,
    snapshot: null,
    submission: null,
    decisions: [],
    summary: null,
    goals: null,
  }
  return visitMonthLife.begin('open', 'running', given, fields, ctx)
}

/**
 * The month as its visits are: with one in it, or with none where they were void or moved away before it was sent; null
 * where it says so already.
 */
export function withVisits(record: VisitMonth, visited: boolean, ctx: RuleContext): VisitMonth | null {
  if (record.visited === visited || record.state !== 'running') return null
  return visitMonthLife.advance(record, { command: 'open', fields: { visited } }, ctx)
}

/** Whether the month is over: only then its households are counted for good. */
export function isOver(month: MonthId, now: Instant): boolean {
  return msOf(now) >= msOf(instantOf(firstDayOf(nextMonth(month))))
}

/**
 * Keeps how many households were occupied at the month's end (domain 8): once, after the month is over. Where the machine
 * was off then, it is the count of the first start after, and says so. Null where there is nothing to do.
 */
export function takeSnapshot(record: VisitMonth, occupied: number, ctx: RuleContext): VisitMonth | null {
  if (record.snapshot || !isOver(record.id, ctx.now)) return null
  const day = lastDayOf(record.id)
  const latest = instantFromMs(msOf(endOfCivilDay(day)) + ON_TIME_MS)
  const snapshot: OccupiedSnapshot = { day, occupied, takenAt: ctx.now, late: msOf(ctx.now) > msOf(latest) }
  return visitMonthLife.advance(record, { command: 'takeSnapshot', fields: { snapshot } }, ctx)
}

/**
 * 送主任: the month's records with 接待员意见; again, where a visit of the month was written down late. Refusals: `visitMonth.notOver`, `visitMonth.noVisits`,
 * `visitMonth.opinionsMissing` `{ count }`.
 * @param missing visits of the month without 接待员意见.
 */
export function submit(
  record: VisitMonth,
  input: { opinion: string },
  missing: number,
  ctx: RuleContext,
): Result<VisitMonth> {
  const objection = allObjections(
    visitMonthLife.objectionTo('submit', record, ctx),
    isOver(record.id, ctx.now) ? null : refuse('visitMonth.notOver'),
    record.visited ? null : refuse('visitMonth.noVisits'),
    missing > 0 ? refuse('visitMonth.opinionsMissing', undefined, { count: missing }) : null,
  )
  if (objection) return objection
  const submission = { opinion: input.opinion.trim(), at: ctx.now, by: ctx.actor.name }
  return accept(
    visitMonthLife.advance(record, { command: 'submit', to: 'submitted', fields: { submission } }, ctx),
  )
}

export interface DecideInput {
  suggestion: Suggestion
  verdict: Verdict
  note: string
}

/**
 * 采纳 or 不采纳 of one suggestion; again, it replaces what was said. Refusals: `visitMonth.suggestionGone` where the
 * visits do not say it any more, `visitMonth.reasonRequired` for 不采纳 without one.
 */
export function decide(
  record: VisitMonth,
  { suggestion, verdict, note }: DecideInput,
  suggestions: readonly Suggestion[],
  ctx: RuleContext,
): Result<VisitMonth> {
  const known = suggestions.find(
    ({ visitId, part, text }) =>
      visitId === suggestion.visitId && part === suggestion.part && text === suggestion.text,
  )
  const objection = allObjections(
    visitMonthLife.objectionTo('decide', record, ctx),
    known ? null : refuse('visitMonth.suggestionGone'),
    verdict === 'notAdopted' ? requireText(note, 'visitMonth.reasonRequired', 'note') : null,
  )
  if (objection) return objection
  const before = decisionOn(suggestion, record.decisions)
  const made: SuggestionDecision = {
    ...suggestion,
    verdict,
    note: note.trim(),
    at: ctx.now,
    by: ctx.actor.name,
  }
  const decisions = before
    ? record.decisions.map((one) => (one === before ? made : one))
    : [...record.decisions, made]
  return accept(
    visitMonthLife.advance(
      record,
      { command: 'decide', note: suggestion.number, fields: { decisions } },
      ctx,
    ),
  )
}

/**
 * 访问总结 of the director. Refusals: `visitMonth.summaryRequired`, `visitMonth.undecided` `{ count }`.
 * @param goals as they are now: they are kept with what is signed.
 */
export function summarize(
  record: VisitMonth,
  input: { text: string },
  { suggestions, goals }: { suggestions: readonly Suggestion[]; goals: { month: Goal; year: Goal } },
  ctx: RuleContext,
): Result<VisitMonth> {
  const open = undecided(suggestions, record.decisions)
  const objection = allObjections(
    visitMonthLife.objectionTo('summarize', record, ctx),
    requireText(input.text, 'visitMonth.summaryRequired', 'text'),
    open.length > 0 ? refuse('visitMonth.undecided', undefined, { count: open.length }) : null,
  )
  if (objection) return objection
  const summary = { text: input.text.trim(), at: ctx.now, by: ctx.actor.name }
  const fields = { summary, goals }
  return accept(visitMonthLife.advance(record, { command: 'summarize', to: 'summarized', fields }, ctx))
}
