import { civilDayOf, isCivilDay } from '../../util/civilTime'
import { accept, type Result, refuse } from '../../util/result'
import { isBefore, isInstant } from '../register/moments'
import { allObjections, type Objection, requireAhead, requirePast, requireText } from '../register/objections'
import { NO_PERSON, objectionToPerson, tidyPerson } from '../register/person'
import type { GivenNumber, Instant, PrintState, RuleContext } from '../register/types'
import { visitLife } from './lifecycle'
import { contentDigest, VISIT_RECORD_FORM } from './paper'
import { isDeclined } from './preferences'
import { VISIT_PARTS, type Visit, type VisitFindings, type VisitPlan, type VisitPreference } from './types'

/** The user whom the 访问人's name means; '' where it is no user's. The runner finds it out. */
export interface ByUser {
  visitorUserId: string
}

/** What a visit says that has taken place. */
export interface VisitInput extends ByUser {
  plan: VisitPlan
  findings: VisitFindings
}

/** What a planned visit says, and what its household declined. */
export interface PlanInput extends ByUser {
  plan: VisitPlan
  preference: VisitPreference | null
}

/**
 * 走访登记 of a visit that took place. Refusals: `person.*`, `visit.unitRequired`, `visit.appointmentRequired`, `time.*`,
 * `visit.contentRequired`, `visit.feedbackDayRequired`, `visit.feedbackBeforeVisit`.
 */
export function register(given: GivenNumber, input: VisitInput, ctx: RuleContext): Result<Visit> {
  const objection = visitLife.objectionTo('register', null, ctx) ?? objectionToVisit(input, ctx)
  if (objection) return objection
  const fields = { ...blank(), ...contentOf(input, ctx) }
  return accept(visitLife.begin('register', 'visited', given, fields, ctx))
}

/**
 * 预约: a visit that is still to be made. Refusals: `person.*`, `visit.unitRequired`, `visit.planTimeRequired`, `time.*`,
 * `visit.timeDeclined` where the household does not want to be visited then (domain 8).
 */
export function plan(given: GivenNumber, input: PlanInput, ctx: RuleContext): Result<Visit> {
  const objection = visitLife.objectionTo('plan', null, ctx) ?? objectionToPlan(input, ctx)
  if (objection) return objection
  const fields = { ...blank(), ...planOf(input, ctx) }
  return accept(visitLife.begin('plan', 'planned', given, fields, ctx))
}

/** 改期, or another person or way of a planned visit. Refusals: those of `plan`. */
export function replan(record: Visit, input: PlanInput, ctx: RuleContext): Result<Visit> {
  const objection = visitLife.objectionTo('replan', record, ctx) ?? objectionToPlan(input, ctx)
  if (objection) return objection
  return accept(visitLife.advance(record, { command: 'replan', fields: planOf(input, ctx) }, ctx))
}

/** 登记走访: a planned visit has taken place. Refusals: those of `register`. */
export function recordVisit(record: Visit, input: VisitInput, ctx: RuleContext): Result<Visit> {
  const objection = visitLife.objectionTo('recordVisit', record, ctx) ?? objectionToVisit(input, ctx)
  if (objection) return objection
  const fields = contentOf(input, ctx)
  return accept(visitLife.advance(record, { command: 'recordVisit', to: 'visited', fields }, ctx))
}

/** Corrects or completes what was written, while it is open. Refusals: those of `register`. */
export function amend(record: Visit, input: VisitInput, ctx: RuleContext): Result<Visit> {
  const objection = visitLife.objectionTo('amend', record, ctx) ?? objectionToVisit(input, ctx)
  if (objection) return objection
  return accept(visitLife.advance(record, { command: 'amend', fields: contentOf(input, ctx) }, ctx))
}

/** 留号: a number for a blank 《访问业主记录》 that is filled in away from the desk (forms, "On every form"). */
export function reserve(given: GivenNumber, ctx: RuleContext): Result<Visit> {
  const objection = visitLife.objectionTo('reserve', null, ctx)
  if (objection) return objection
  // Until it is filled in, whoever took the blank sheets answers for them.
  const fields = { ...blank(), visitorUserId: ctx.actor.userId }
  return accept(visitLife.begin('reserve', 'reserved', given, fields, ctx))
}

/** 补录 of what stands on the sheet. Refusals: those of `register`, `visit.beforeReservation`. */
export function fillIn(record: Visit, input: VisitInput, ctx: RuleContext): Result<Visit> {
  const objection = allObjections(
    visitLife.objectionTo('fillIn', record, ctx),
    objectionToVisit(input, ctx),
    isBefore(input.findings.visitedAt, record.createdAt)
      ? refuse('visit.beforeReservation', 'findings.visitedAt')
      : null,
  )
  if (objection) return objection
  const fields = contentOf(input, ctx)
  const prints = withSheetFilledIn({ ...record, ...fields })
  return accept(
    visitLife.advance(record, { command: 'fillIn', to: 'visited', fields: { ...fields, prints } }, ctx),
  )
}

/** 反馈时间 and 反馈结果. Refusals: `visit.feedbackNotNeeded`, `visit.feedbackResultRequired`, `time.*`. */
export function giveFeedback(
  record: Visit,
  input: { at: Instant; result: string },
  ctx: RuleContext,
): Result<Visit> {
  const objection = allObjections(
    visitLife.objectionTo('giveFeedback', record, ctx),
    record.findings?.feedbackNeeded ? null : refuse('visit.feedbackNotNeeded'),
    requirePast(input.at, 'at', ctx),
    isBefore(input.at, record.findings?.visitedAt ?? input.at)
      ? refuse('visit.feedbackBeforeVisit', 'at')
      : null,
    requireText(input.result, 'visit.feedbackResultRequired', 'result'),
  )
  if (objection) return objection
  const feedback = { at: input.at, result: input.result.trim(), by: ctx.actor.name }
  return accept(visitLife.advance(record, { command: 'giveFeedback', fields: { feedback } }, ctx))
}

/** 接待员意见; again, it corrects what was written. Refusal: `visit.opinionRequired`. */
export function giveOpinion(record: Visit, input: { text: string }, ctx: RuleContext): Result<Visit> {
  const objection =
    visitLife.objectionTo('giveOpinion', record, ctx) ??
    requireText(input.text, 'visit.opinionRequired', 'text')
  if (objection) return objection
  const opinion = { text: input.text.trim(), at: ctx.now, by: ctx.actor.name }
  return accept(visitLife.advance(record, { command: 'giveOpinion', fields: { opinion } }, ctx))
}

/** Something without which a visit cannot close: refusal key, and the step that brings it. */
export interface Missing {
  key: string
  field: string
}

/** What still keeps a visit from closing. A signature is not among it: a refusal is never pressed (domain 8). */
export function missingForClosing({ findings, feedback, opinion }: Visit): Missing[] {
  return [
    ...(findings?.feedbackNeeded && !feedback ? [{ key: 'visit.feedbackMissing', field: 'feedback' }] : []),
    ...(opinion ? [] : [{ key: 'visit.opinionMissing', field: 'opinion' }]),
  ]
}

/** 关闭. Refusals: `visit.feedbackMissing`, `visit.opinionMissing`. */
export function close(record: Visit, ctx: RuleContext): Result<Visit> {
  const [missing] = missingForClosing(record)
  const objection =
    visitLife.objectionTo('close', record, ctx) ?? (missing ? refuse(missing.key, missing.field) : null)
  if (objection) return objection
  const fields = { closedAt: ctx.now, closedBy: ctx.actor.name }
  return accept(visitLife.advance(record, { command: 'close', to: 'closed', fields }, ctx))
}

function objectionToWhom({ person }: VisitPlan): Objection {
  return allObjections(
    requireText(person.unitCode, 'visit.unitRequired', 'plan.person.unitCode'),
    objectionToPerson(person, 'plan.person'),
  )
}

function objectionToPlan({ plan: given, preference }: PlanInput, ctx: RuleContext): Objection {
  const { appointmentAt } = given
  return allObjections(
    objectionToWhom(given),
    appointmentAt === null ? refuse('visit.planTimeRequired', 'plan.appointmentAt') : null,
    appointmentAt === null ? null : requireAhead(appointmentAt, 'plan.appointmentAt', ctx),
    appointmentAt !== null && preference && isDeclined(preference, appointmentAt)
      ? refuse('visit.timeDeclined', 'plan.appointmentAt')
      : null,
  )
}

/** What speaks against a visit that has taken place; see `register`. */
export function objectionToVisit({ plan: given, findings }: VisitInput, ctx: RuleContext): Objection {
  const { appointmentAt, way } = given
  return allObjections(
    objectionToWhom(given),
    // 上门 is never unannounced (domain 8).
    way === 'doorstep' && appointmentAt === null
      ? refuse('visit.appointmentRequired', 'plan.appointmentAt')
      : null,
    appointmentAt !== null && !isInstant(appointmentAt) ? refuse('time.invalid', 'plan.appointmentAt') : null,
    requirePast(findings.visitedAt, 'findings.visitedAt', ctx),
    VISIT_PARTS.every((part) => findings.parts[part].trim() === '')
      ? refuse('visit.contentRequired', 'findings.parts.management')
      : null,
    objectionToFeedbackDay(findings),
  )
}

function objectionToFeedbackDay({ feedbackNeeded, feedbackDueOn, visitedAt }: VisitFindings): Objection {
  if (!feedbackNeeded) return null
  if (feedbackDueOn === null || !isCivilDay(feedbackDueOn)) {
    return refuse('visit.feedbackDayRequired', 'findings.feedbackDueOn')
  }
  const early = feedbackDueOn < civilDayOf(visitedAt)
  return early ? refuse('visit.feedbackBeforeVisit', 'findings.feedbackDueOn') : null
}

type PlanFields = Pick<Visit, 'plan' | 'visitorUserId'>

function planOf({ plan: given, visitorUserId }: ByUser & { plan: VisitPlan }, ctx: RuleContext): PlanFields {
  const visitor = given.visitor.trim()
  return {
    plan: { ...given, person: tidyPerson(given.person), visitor: visitor || ctx.actor.name },
    visitorUserId: visitor === '' ? ctx.actor.userId : visitorUserId,
  }
}

/** What was said stays as it was said; a 反馈时间 without need of one goes. */
function contentOf(input: VisitInput, ctx: RuleContext): PlanFields & Pick<Visit, 'findings'> {
  const { findings } = input
  const feedbackDueOn = findings.feedbackNeeded ? findings.feedbackDueOn : null
  return { ...planOf(input, ctx), findings: { ...findings, feedbackDueOn } }
}

function blank() {
  return {
    register: 'visit' as const,
    plan: { person: NO_PERSON, way: 'doorstep', appointmentAt: null, visitor: '' } satisfies VisitPlan,
    visitorUserId: '',
    findings: null,
    feedback: null,
    opinion: null,
    closedAt: null,
    closedBy: null,
  }
}

/** The sheet on paper says by hand what the record says now: it has not been changed after printing. */
function withSheetFilledIn(record: Visit): Record<string, PrintState> {
  const print = record.prints[VISIT_RECORD_FORM]
  if (!print) return record.prints
  return { ...record.prints, [VISIT_RECORD_FORM]: { ...print, printedDigest: contentDigest(record) } }
}
