import { accept, type Result, refuse } from '../../../util/result'
import { may } from '../../office/permissions'
import { allObjections, requireText } from '../../register/objections'
import type { RuleContext } from '../../register/types'
import { isReportClosed, needsApproval } from '../states'
import type { Incident, Review, Supplement } from '../types'
import { advance, objectionTo } from './lifecycle'

/** Something without which a report cannot be submitted: refusal key and the field it belongs to. */
export interface Missing {
  key: string
  field: string
}

/**
 * Everything that still keeps a report from being submitted, in the order of the form (domain 7). 程度 is among it,
 * for it decides whether the director has to approve.
 */
export function missingForSubmission({ report }: Pick<Incident, 'report'>): Missing[] {
  const open = [
    report.course.trim() === '' && { key: 'incident.courseRequired', field: 'course' },
    report.severity === null && { key: 'incident.severityRequired', field: 'severity' },
    report.prevention.trim() === '' && { key: 'incident.preventionRequired', field: 'prevention' },
  ]
  return open.filter((item) => item !== false)
}

/**
 * 提交. Refusals: `incident.courseRequired`, `incident.severityRequired`, `incident.preventionRequired`, each beside
 * its field.
 */
export function submit(record: Incident, _input: object, ctx: RuleContext): Result<Incident> {
  const objection = objectionTo('submit', record, ctx)
  if (objection) return objection
  const [missing] = missingForSubmission(record)
  if (missing) return refuse(missing.key, missing.field)
  const fields = {
    submittedAt: ctx.now,
    submittedBy: ctx.actor.name,
    firstSubmittedAt: record.firstSubmittedAt ?? ctx.now,
    returned: null,
  }
  return accept(advance(record, { command: 'submit', to: 'submitted', fields }, ctx))
}

/** 核实 by the supervisor; it closes a report that needs no director. */
export function verify(record: Incident, input: { words: string }, ctx: RuleContext): Result<Incident> {
  const objection = objectionTo('verify', record, ctx)
  if (objection) return objection
  const fields = { verification: review(input.words, ctx) }
  return accept(advance(record, { command: 'verify', to: 'verified', fields }, ctx))
}

/** 审批 by the director: 死亡, 火警, 重大, injury (domain 7). */
export function approve(record: Incident, input: { words: string }, ctx: RuleContext): Result<Incident> {
  const objection = objectionTo('approve', record, ctx)
  if (objection) return objection
  const fields = { approval: review(input.words, ctx) }
  return accept(advance(record, { command: 'approve', to: 'approved', fields }, ctx))
}

/**
 * 退回修改: back to 处置中. The director alone sends back what waits for the director. Refusals:
 * `incident.returnReasonRequired`, `office.notAllowed`.
 */
export function returnForRevision(
  record: Incident,
  input: { reason: string },
  ctx: RuleContext,
): Result<Incident> {
  const forDirector = record.state === 'verified' && !may(ctx.actor.role, 'incident.approve')
  const objection = allObjections(
    objectionTo('returnForRevision', record, ctx),
    forDirector ? refuse('office.notAllowed') : null,
    requireText(input.reason, 'incident.returnReasonRequired', 'reason'),
  )
  if (objection) return objection
  const reason = input.reason.trim()
  const fields = { returned: { at: ctx.now, by: ctx.actor.name, reason }, verification: null }
  const change = { command: 'returnForRevision', to: 'handling', note: reason, fields } as const
  return accept(advance(record, change, ctx))
}

/** 限阅, or lifting it. Refusals: `incident.deathStaysRestricted`, `incident.restrictedAlready`, `incident.notRestricted`. */
export function restrict(
  record: Incident,
  input: { restricted: boolean },
  ctx: RuleContext,
): Result<Incident> {
  const { restricted } = input
  const same = record.restricted === restricted
  const objection = allObjections(
    objectionTo('restrict', record, ctx),
    !restricted && record.report.kind === 'death' ? refuse('incident.deathStaysRestricted') : null,
    same ? refuse(restricted ? 'incident.restrictedAlready' : 'incident.notRestricted') : null,
  )
  return objection ?? accept(advance(record, { command: 'restrict', fields: { restricted } }, ctx))
}

/** 补充 of a closed report: numbered from 1, never rewritten. Refusals: `incident.notClosed`, `incident.supplementRequired`. */
export function supplement(
  record: Incident,
  input: { text: string; attachmentIds: readonly string[] },
  ctx: RuleContext,
): Result<Incident> {
  const objection = allObjections(
    objectionTo('supplement', record, ctx),
    isReportClosed(record) ? null : refuse('incident.notClosed'),
    requireText(input.text, 'incident.supplementRequired', 'text'),
  )
  if (objection) return objection
  const added: Supplement = {
    id: ctx.newId(),
    seq: record.supplements.length + 1,
    text: input.text.trim(),
    at: ctx.now,
    by: ctx.actor.name,
    attachmentIds: [...input.attachmentIds],
  }
  const fields = {
    supplements: [...record.supplements, added],
    attachmentIds: [...record.attachmentIds, ...added.attachmentIds],
  }
  return accept(advance(record, { command: 'supplement', note: String(added.seq), fields }, ctx))
}

/** 归档 of a closed report. Refusal: `incident.approvalRequired` where the director has not approved it. */
export function archive(record: Incident, _input: object, ctx: RuleContext): Result<Incident> {
  const unapproved = record.state === 'verified' && needsApproval(record)
  const objection = allObjections(
    objectionTo('archive', record, ctx),
    unapproved ? refuse('incident.approvalRequired') : null,
  )
  if (objection) return objection
  const fields = { archivedAt: ctx.now, archivedBy: ctx.actor.name }
  return accept(advance(record, { command: 'archive', to: 'archived', fields }, ctx))
}

function review(words: string, ctx: RuleContext): Review {
  return { at: ctx.now, by: ctx.actor.name, words: words.trim() }
}
