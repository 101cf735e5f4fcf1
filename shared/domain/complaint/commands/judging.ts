import { msOf } from '../../../util/civilTime'
import type { Instant } from '../../../util/instant'
import { accept, type Result, refuse } from '../../../util/result'
import type { RuleContext } from '../../register/types'
import type { Cause, Complaint, Handling, Nature, Severity } from '../types'
import { advance, allObjections, type Objection, objectionTo, requireAhead, requireText } from './advance'

export interface JudgeInput {
  nature: Nature
  severity: Severity
  cause: Cause
}

/**
 * 判定 by a supervisor; again later where the investigation shows it otherwise, which leaves the state alone.
 * A record that became 重大 by a rule stays 重大. Refusal: `complaint.staysMajor`.
 */
export function judge(record: Complaint, input: JudgeInput, ctx: RuleContext): Result<Complaint> {
  const objection = objectionTo('judge', record, ctx)
  if (objection) return objection
  if (record.escalatedAt && input.severity !== 'major') return refuse('complaint.staysMajor', 'severity')
  const { nature, severity, cause } = input
  const judgement = { nature, severity, cause, judgedAt: ctx.now, judgedBy: ctx.actor.name }
  const to = record.state === 'accepted' ? 'judged' : record.state
  return accept(advance(record, { command: 'judge', to, fields: { judgement } }, ctx))
}

export interface AssignInput {
  /** 责任部门 */
  department: string
  /** 责任人 */
  responsible: string
  /** 承诺期限; null promises nothing, or leaves what was promised. */
  promisedAt: Instant | null
}

/**
 * 派工 by a supervisor, and again to somebody else. What was promised to the person is moved by `movePromise` only.
 * Refusals: `complaint.departmentRequired`, `complaint.responsibleRequired`, `time.inPast`,
 * `complaint.promiseNeedsMove`.
 */
export function assign(record: Complaint, input: AssignInput, ctx: RuleContext): Result<Complaint> {
  const objection = allObjections(
    objectionTo('assign', record, ctx),
    requireText(input.department, 'complaint.departmentRequired', 'department'),
    requireText(input.responsible, 'complaint.responsibleRequired', 'responsible'),
    objectionToPromise(record.handling, input.promisedAt, ctx),
  )
  if (objection) return objection
  const handling: Handling = {
    ...(record.handling ?? unhandled()),
    department: input.department.trim(),
    responsible: input.responsible.trim(),
    promisedAt: record.handling?.promisedAt ?? input.promisedAt,
    assignedAt: ctx.now,
    assignedBy: ctx.actor.name,
  }
  const to = record.state === 'judged' ? 'inProgress' : record.state
  return accept(advance(record, { command: 'assign', to, fields: { handling } }, ctx))
}

function objectionToPromise(
  handling: Handling | null,
  promisedAt: Instant | null,
  ctx: RuleContext,
): Objection {
  if (promisedAt === null) return null
  const promised = handling?.promisedAt
  if (!promised) return requireAhead(promisedAt, 'promisedAt', ctx)
  return msOf(promised) === msOf(promisedAt) ? null : refuse('complaint.promiseNeedsMove', 'promisedAt')
}

function unhandled() {
  return {
    promiseMoves: [],
    investigation: '',
    causeAnalysis: '',
    proposals: [],
    chosenProposal: null,
    consent: null,
    measures: '',
    completedAt: null,
  } satisfies Partial<Handling>
}

/**
 * 重大 by hand, for a promised service repeatedly raised and still not given (domain 5).
 * Refusals: `complaint.reasonRequired`, `complaint.alreadyEscalated`.
 */
export function escalate(record: Complaint, input: { reason: string }, ctx: RuleContext): Result<Complaint> {
  const objection = allObjections(
    objectionTo('escalate', record, ctx),
    requireText(input.reason, 'complaint.reasonRequired', 'reason'),
  )
  if (objection) return objection
  if (record.escalatedAt) return refuse('complaint.alreadyEscalated')
  const judgement = record.judgement && { ...record.judgement, severity: 'major' as const }
  const fields = { judgement, escalatedAt: ctx.now, escalatedBecause: 'repeatedPromise' as const }
  return accept(advance(record, { command: 'escalate', note: input.reason.trim(), fields }, ctx))
}
