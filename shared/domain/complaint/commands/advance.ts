import { msOf } from '../../../util/civilTime'
import type { Instant } from '../../../util/instant'
import { type Refusal, refuse } from '../../../util/result'
import { forbidden } from '../../office/permissions'
import { isBefore, isInstant } from '../../register/moments'
import type { RuleContext } from '../../register/types'
import { isOverAMonth } from '../deadlines'
import { nextDuty } from '../duty'
import { COMPLAINT_COMMANDS, type CommandRule, type ComplaintCommand } from '../states'
import type { Complaint, ComplaintState, Judgement, Step } from '../types'

/** A refused answer, whatever was asked for; null where nothing speaks against it. */
export type Objection = { ok: false; refusal: Refusal } | null

/** Role (domain 1) and state (domain 5). Refusals `office.notAllowed`, `complaint.isClosed`, `complaint.isVoid`, `complaint.notNow.<command>`. */
export function objectionTo(
  command: ComplaintCommand,
  record: Pick<Complaint, 'state'> | null,
  ctx: RuleContext,
): Objection {
  const rule: CommandRule = COMPLAINT_COMMANDS[command]
  const barred = forbidden(ctx.actor.role, rule.permission)
  if (barred || !record || rule.from.includes(record.state)) return barred
  if (record.state === 'closed') return refuse('complaint.isClosed')
  if (record.state === 'void') return refuse('complaint.isVoid')
  return refuse(`complaint.notNow.${command}`)
}

/** The first objection of several; checks are written in the order in which a person would read the form. */
export function firstObjection(...objections: Objection[]): Objection {
  return objections.find((objection) => objection !== null) ?? null
}

/** Refusal `key` beside `field` while the text says nothing. */
export function requireText(text: string, key: string, field: string): Objection {
  return text.trim() === '' ? refuse(key, field) : null
}

/**
 * A moment that people enter: it has happened, and not before the complaint did.
 * Refusals `time.invalid`, `time.inFuture`, `time.beforeRegistration`.
 */
export function requirePast(at: Instant, field: string, ctx: RuleContext, record?: Complaint): Objection {
  if (!isInstant(at)) return refuse('time.invalid', field)
  if (msOf(at) > msOf(ctx.now)) return refuse('time.inFuture', field)
  if (record && isBefore(at, record.intake.registeredAt)) return refuse('time.beforeRegistration', field)
  return null
}

/** A deadline that people enter lies ahead. Refusals `time.invalid`, `time.inPast`. */
export function requireAhead(at: Instant, field: string, ctx: RuleContext): Objection {
  if (!isInstant(at)) return refuse('time.invalid', field)
  return msOf(at) <= msOf(ctx.now) ? refuse('time.inPast', field) : null
}

/** What a command changes. Without `to` the state stays. */
export interface Change {
  command: ComplaintCommand
  to?: ComplaintState
  note?: string
  fields?: Partial<Complaint>
}

/** The next revision: fields, state, one step, and whatever follows by itself (over a month, next duty). */
export function advance(record: Complaint, change: Change, ctx: RuleContext): Complaint {
  const { name, userId } = ctx.actor
  const to = change.to ?? record.state
  const step: Step = { command: change.command, at: ctx.now, by: name, userId, from: record.state, to }
  const next: Complaint = {
    ...record,
    ...change.fields,
    state: to,
    rev: record.rev + 1,
    updatedAt: ctx.now,
    steps: [...record.steps, change.note ? { ...step, note: change.note } : step],
  }
  return settle(escalateOverAMonth(next, ctx) ?? next, ctx)
}

/** Renews the duty, which is stored because lists are sorted by it. */
export function settle(record: Complaint, ctx: RuleContext): Complaint {
  return { ...record, duty: nextDuty(record, ctx.settings) }
}

/** 重大 by itself after a month (domain 5), as a step without a person; null when it is not due. */
export function escalateOverAMonth(record: Complaint, ctx: RuleContext): Complaint | null {
  if (record.escalatedAt || !record.judgement || !isOverAMonth(record, ctx.now)) return null
  const step: Step = {
    command: 'escalate',
    at: ctx.now,
    by: '',
    userId: '',
    from: record.state,
    to: record.state,
  }
  const judgement: Judgement = { ...record.judgement, severity: 'major' }
  return {
    ...record,
    judgement,
    escalatedAt: ctx.now,
    escalatedBecause: 'overAMonth',
    steps: [...record.steps, step],
  }
}
