import type { CivilDay } from '../../util/instant'
import { civilDayOf } from '../../util/civilTime'
import { type MonthId, monthOf } from '../../util/months'
import { accept, type Result, refuse } from '../../util/result'
import { allObjections, requireText } from '../register/objections'
import type { RuleContext } from '../register/types'
import { monthReviewLife } from './lifecycle'
import type { LineReason, MonthReview } from './types'

/** The review of a month, begun when somebody looks at it or when the month is over. Its number is the month itself. */
export function openReview(month: MonthId, ctx: RuleContext): MonthReview {
  const given = { number: month, year: Number(month.slice(0, 4)), seq: Number(month.slice(5)) }
  const fields = {
    id: month,
    register: 'monthReview' as const,
    reasons: [],
    sample: null,
    suggestions: [],
    ticks: [],
    review: null,
    approval: null,
    digest: '',
    reportSha256: '',
    reopenings: [],
  }
  return monthReviewLife.begin('open', 'running', given, fields, ctx)
}

/** The review of a month that has begun. Refusal `monthReview.notBegun`. */
export function beginReview(month: MonthId, ctx: RuleContext): Result<MonthReview> {
  return month > monthOf(ctx.now) ? refuse('monthReview.notBegun') : accept(openReview(month, ctx))
}

export interface ReasonInput {
  /** `complaint.overAMonth` */
  line: string
  /** '' for the line as a whole. */
  recordId: string
  text: string
}

/**
 * Why a line of the checklist, or one record behind it, stays as it is; again, it replaces what was said, and without
 * words it takes it back. Refusal `monthReview.reasonRequired` where there is nothing to take back.
 */
export function giveReason(record: MonthReview, input: ReasonInput, ctx: RuleContext): Result<MonthReview> {
  const { line, recordId } = input
  const text = input.text.trim()
  const others = record.reasons.filter((one) => one.line !== line || one.recordId !== recordId)
  const known = others.length < record.reasons.length
  const objection = allObjections(
    monthReviewLife.objectionTo('giveReason', record, ctx),
    known ? null : requireText(text, 'monthReview.reasonRequired', 'text'),
  )
  if (objection) return objection
  const given: LineReason = { line, recordId, text, at: ctx.now, by: ctx.actor.name }
  const reasons = text === '' ? others : [...others, given]
  return accept(
    monthReviewLife.advance(record, { command: 'giveReason', note: line, fields: { reasons } }, ctx),
  )
}

/** A suggestion to the director. Refusal `monthReview.suggestionRequired`. */
export function suggest(record: MonthReview, input: { text: string }, ctx: RuleContext): Result<MonthReview> {
  const objection = allObjections(
    monthReviewLife.objectionTo('suggest', record, ctx),
    requireText(input.text, 'monthReview.suggestionRequired', 'text'),
  )
  if (objection) return objection
  const made = {
    id: ctx.newId(),
    text: input.text.trim(),
    at: ctx.now,
    by: ctx.actor.name,
    decision: null,
  }
  const suggestions = [...record.suggestions, made]
  return accept(monthReviewLife.advance(record, { command: 'suggest', fields: { suggestions } }, ctx))
}

/** Takes a suggestion back that was not decided on. Refusals `monthReview.suggestionGone`, `monthReview.decided`. */
export function withdrawSuggestion(
  record: MonthReview,
  { suggestionId }: { suggestionId: string },
  ctx: RuleContext,
): Result<MonthReview> {
  const known = record.suggestions.find(({ id }) => id === suggestionId)
  const objection = allObjections(
    monthReviewLife.objectionTo('withdrawSuggestion', record, ctx),
    known ? null : refuse('monthReview.suggestionGone'),
    known?.decision ? refuse('monthReview.decided') : null,
  )
  if (objection) return objection
  const suggestions = record.suggestions.filter((one) => one !== known)
  return accept(
    monthReviewLife.advance(record, { command: 'withdrawSuggestion', fields: { suggestions } }, ctx),
  )
}

export interface TickInput {
  /** One of the `PLAN_DUTIES`. */
  duty: string
  doneOn: CivilDay
  note: string
}

/**
 * A duty of the 年度服务计划 done, noted by hand with the month in which it was done. Refusals `monthReview.tickOutside`
 * `{ month }` for a day of another month, `time.inFuture`.
 */
export function tick(record: MonthReview, input: TickInput, ctx: RuleContext): Result<MonthReview> {
  const { duty, doneOn } = input
  const objection = allObjections(
    monthReviewLife.objectionTo('tick', record, ctx),
    doneOn.slice(0, 7) === record.id
      ? null
      : refuse('monthReview.tickOutside', 'doneOn', { month: record.id }),
    doneOn > civilDayOf(ctx.now) ? refuse('time.inFuture', 'doneOn') : null,
  )
  if (objection) return objection
  const made = { id: ctx.newId(), duty, doneOn, note: input.note.trim(), at: ctx.now, by: ctx.actor.name }
  const ticks = [...record.ticks, made]
  return accept(monthReviewLife.advance(record, { command: 'tick', note: duty, fields: { ticks } }, ctx))
}

/** Takes such a note back. Refusal `monthReview.tickGone`. */
export function untick(
  record: MonthReview,
  { tickId }: { tickId: string },
  ctx: RuleContext,
): Result<MonthReview> {
  const known = record.ticks.find(({ id }) => id === tickId)
  const objection = allObjections(
    monthReviewLife.objectionTo('untick', record, ctx),
    known ? null : refuse('monthReview.tickGone'),
  )
  if (objection) return objection
  const ticks = record.ticks.filter((one) => one !== known)
  return accept(
    monthReviewLife.advance(record, { command: 'untick', note: known?.duty ?? '', fields: { ticks } }, ctx),
  )
}
