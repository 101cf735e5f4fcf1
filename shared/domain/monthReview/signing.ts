import { instantOf } from '../../util/civilTime'
import type { CivilDay } from '../../util/instant'
import { firstDayOf, lastDayOf, type MonthId, nextMonth } from '../../util/months'
import { accept, type Result, refuse } from '../../util/result'
import type { CheckLine } from '../month/check'
import { linesToMend } from '../month/standing'
import { allObjections, type Objection, requireText } from '../register/objections'
import type { RuleContext } from '../register/types'
import type { Verdict } from '../visitMonth/types'
import { monthReviewLife } from './lifecycle'
import { unread } from './spotCheck'
import type { MonthReview, ReviewSuggestion } from './types'

/** The first day on which a month may be 审核: its last one. */
export function reviewFrom(month: MonthId): CivilDay {
  return lastDayOf(month)
}

/** The first day on which a month may be 审阅, so locked: no record is made any more that belongs to it. */
export function approvalFrom(month: MonthId): CivilDay {
  return firstDayOf(nextMonth(month))
}

/** Suggestions that wait for 采纳 or 不采纳. */
export function undecided({ suggestions }: Pick<MonthReview, 'suggestions'>): ReviewSuggestion[] {
  return suggestions.filter(({ decision }) => decision === null)
}

/** What keeps a month from 审核 besides role and state, in the order in which the supervisor works. */
export function objectionsToReview(
  record: MonthReview,
  checks: readonly CheckLine[],
  ctx: Pick<RuleContext, 'now'>,
): { ok: false; refusal: { key: string } }[] {
  const day = reviewFrom(record.id)
  const reasons = linesToMend(checks, record.reasons).length
  const left = unread(record.sample)
  return [
    ctx.now < instantOf(day) ? refuse('monthReview.tooEarly', undefined, { day }) : null,
    reasons > 0 ? refuse('monthReview.reasonsMissing', undefined, { count: reasons }) : null,
    left === null ? refuse('monthReview.sampleMissing') : null,
    left ? refuse('monthReview.sampleOpen', undefined, { count: left }) : null,
  ].filter((objection) => objection !== null)
}

/**
 * 审核 of 客服主管, from the month's last day on. Refusals `monthReview.tooEarly` `{ day }`, `monthReview.reasonsMissing`
 * `{ count }` lines, `monthReview.sampleMissing`, `monthReview.sampleOpen` `{ count }` records.
 */
export function review(
  record: MonthReview,
  { words }: { words: string },
  checks: readonly CheckLine[],
  ctx: RuleContext,
): Result<MonthReview> {
  const objection = allObjections(
    monthReviewLife.objectionTo('review', record, ctx),
    ...objectionsToReview(record, checks, ctx),
  )
  if (objection) return objection
  const signed = { words: words.trim(), at: ctx.now, by: ctx.actor.name }
  return accept(
    monthReviewLife.advance(record, { command: 'review', to: 'reviewed', fields: { review: signed } }, ctx),
  )
}

export interface DecideInput {
  suggestionId: string
  verdict: Verdict
  note: string
}

/**
 * 采纳 or 不采纳 of one suggestion; again, it replaces what was said. Refusals `monthReview.suggestionGone`,
 * `monthReview.noteRequired` for 不采纳 without a reason.
 */
export function decide(
  record: MonthReview,
  { suggestionId, verdict, note }: DecideInput,
  ctx: RuleContext,
): Result<MonthReview> {
  const known = record.suggestions.find(({ id }) => id === suggestionId)
  const objection = allObjections(
    monthReviewLife.objectionTo('decide', record, ctx),
    known ? null : refuse('monthReview.suggestionGone'),
    verdict === 'notAdopted' ? requireText(note, 'monthReview.noteRequired', 'note') : null,
  )
  if (objection) return objection
  const decision = { verdict, note: note.trim(), at: ctx.now, by: ctx.actor.name }
  const suggestions = record.suggestions.map((one) => (one === known ? { ...one, decision } : one))
  return accept(monthReviewLife.advance(record, { command: 'decide', fields: { suggestions } }, ctx))
}

/** What keeps a month from 审阅 besides role and state. */
export function objectionsToApprove(
  record: MonthReview,
  ctx: Pick<RuleContext, 'now'>,
): { ok: false; refusal: { key: string } }[] {
  const day = approvalFrom(record.id)
  const open = undecided(record).length
  return [
    ctx.now < instantOf(day) ? refuse('monthReview.notOver', undefined, { day }) : null,
    open > 0 ? refuse('monthReview.undecided', undefined, { count: open }) : null,
  ].filter((objection) => objection !== null)
}

/** Why the month cannot be 审阅 now, before anything of it is read. */
export function objectionToApprove(record: MonthReview, ctx: RuleContext): Objection {
  return allObjections(
    monthReviewLife.objectionTo('approve', record, ctx),
    ...objectionsToApprove(record, ctx),
  )
}

/**
 * 审阅 of the director, which locks the month. A director may have signed 审核 too: domain 1 gives him all that a
 * supervisor may. Refusals `monthReview.notOver` `{ day }`, `monthReview.undecided` `{ count }`.
 * @param digest of the month's seal, made in the same transaction.
 */
export function approve(
  record: MonthReview,
  { words }: { words: string },
  digest: string,
  ctx: RuleContext,
): Result<MonthReview> {
  const objection = objectionToApprove(record, ctx)
  if (objection) return objection
  const approval = { words: words.trim(), at: ctx.now, by: ctx.actor.name }
  const fields = { approval, digest }
  return accept(monthReviewLife.advance(record, { command: 'approve', to: 'approved', fields }, ctx))
}

/**
 * Keeps with a signed month which file its 《月报》 is, so that no other file is ever printed as it. Refusal
 * `monthReview.reportKept` where one was kept already.
 */
export function keepReport(
  record: MonthReview,
  { sha256, attachmentIds }: { sha256: string; attachmentIds: readonly string[] },
  ctx: RuleContext,
): Result<MonthReview> {
  const objection = allObjections(
    monthReviewLife.objectionTo('keepReport', record, ctx),
    record.reportSha256 === '' ? null : refuse('monthReview.reportKept'),
  )
  if (objection) return objection
  const fields = { reportSha256: sha256, attachmentIds: [...record.attachmentIds, ...attachmentIds] }
  return accept(monthReviewLife.advance(record, { command: 'keepReport', fields }, ctx))
}

/** 退回 to the supervisor: 审核 is to be signed anew. Refusal `monthReview.backReasonRequired`. */
export function sendBack(
  record: MonthReview,
  { reason }: { reason: string },
  ctx: RuleContext,
): Result<MonthReview> {
  return goBack(record, 'sendBack', reason, ctx)
}

/** 重开 of a signed month by the director; kept with the digest that was signed, and printed. Refusal `monthReview.backReasonRequired`. */
export function reopen(
  record: MonthReview,
  { reason }: { reason: string },
  ctx: RuleContext,
): Result<MonthReview> {
  return goBack(record, 'reopen', reason, ctx)
}

function goBack(
  record: MonthReview,
  command: 'sendBack' | 'reopen',
  reason: string,
  ctx: RuleContext,
): Result<MonthReview> {
  const objection = allObjections(
    monthReviewLife.objectionTo(command, record, ctx),
    requireText(reason, 'monthReview.backReasonRequired', 'reason'),
  )
  if (objection) return objection
  const made = {
    kind: command === 'reopen' ? ('reopened' as const) : ('returned' as const),
    reason: reason.trim(),
    at: ctx.now,
    by: ctx.actor.name,
    digest: record.digest,
  }
  const unsigned = { review: null, approval: null, digest: '', reportSha256: '' }
  const fields = { ...unsigned, reopenings: [...record.reopenings, made] }
  return accept(monthReviewLife.advance(record, { command, to: 'running', note: made.reason, fields }, ctx))
}
