import { accept, type Result, refuse } from '../../../util/result'
import { may } from '../../office/permissions'
import type { RuleContext } from '../../register/types'
import type { Complaint, Verification } from '../types'
import { advance, escalateOverAMonth, objectionTo, settle } from './advance'
import { type ClosingInput, missingForClosing, objectionToClosing, withClosing } from './requirements'

/** 核实 by a supervisor: what was done holds. Again, it replaces the earlier one. */
export function verify(record: Complaint, input: { words: string }, ctx: RuleContext): Result<Complaint> {
  const objection = objectionTo('verify', record, ctx)
  if (objection) return objection
  const fields = { verification: verification(input.words, ctx) }
  return accept(advance(record, { command: 'verify', fields }, ctx))
}

/** Keeps 总结评价, 纠正措施报告 and the report to head office before closing. Refusals: `time.*`. */
export function prepareClosing(
  record: Complaint,
  input: Partial<ClosingInput>,
  ctx: RuleContext,
): Result<Complaint> {
  const objection = objectionTo('prepareClosing', record, ctx) ?? objectionToClosing(record, input, ctx)
  if (objection) return objection
  const fields = closingFields(withClosing(record, input))
  return accept(advance(record, { command: 'prepareClosing', fields }, ctx))
}

/**
 * 关闭. A supervisor who closes confirms by it what was done. Refusals, each beside its field:
 * `complaint.completionRequired`, `complaint.answerRequired`, `complaint.returnVisitRequired`,
 * `complaint.verificationRequired`, `complaint.summaryRequired`, `complaint.correctiveActionRequired`,
 * `complaint.headOfficeRequired`, `time.*`.
 */
export function close(record: Complaint, input: Partial<ClosingInput>, ctx: RuleContext): Result<Complaint> {
  const objection = objectionTo('close', record, ctx) ?? objectionToClosing(record, input, ctx)
  if (objection) return objection
  const added = withClosing(escalateOverAMonth(record, ctx) ?? record, input)
  const confirms = !added.verification && may(ctx.actor.role, 'record.verify')
  const ready = confirms ? { ...added, verification: verification('', ctx) } : added
  const [missing] = missingForClosing(ready)
  if (missing) return refuse(missing.key, missing.field)
  const fields = {
    ...closingFields(ready),
    verification: ready.verification,
    closedAt: ctx.now,
    closedBy: ctx.actor.name,
  }
  return accept(advance(ready, { command: 'close', to: 'closed', fields }, ctx))
}

/**
 * 重大 by itself, for the daily sweep: the next revision, or null where nothing is due. No role is asked, for nobody
 * does it; every other command does the same when it comes first.
 */
export function escalateIfDue(record: Complaint, ctx: RuleContext): Complaint | null {
  const escalated = escalateOverAMonth(record, ctx)
  return escalated && settle({ ...escalated, rev: record.rev + 1, updatedAt: ctx.now }, ctx)
}

function closingFields({ summary, correctiveActionRef, headOfficeReportedAt }: Complaint) {
  return { summary, correctiveActionRef, headOfficeReportedAt }
}

function verification(words: string, ctx: RuleContext): Verification {
  return { verifiedAt: ctx.now, verifiedBy: ctx.actor.name, words: words.trim() }
}
