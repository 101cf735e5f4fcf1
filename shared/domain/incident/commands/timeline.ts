import { accept, type Result, refuse } from '../../../util/result'
import { allObjections, type Objection, requirePast, requireText } from '../../register/objections'
import type { Instant, RuleContext } from '../../register/types'
import { CHECKLISTS } from '../checklists'
import type { CheckMark, Incident, TimelineEntry } from '../types'
import { advance, objectionTo } from './lifecycle'

/** One line of the 时间线: `at` is when its key was struck, the moment of saving where it is null. */
export interface NoteInput {
  text: string
  at: Instant | null
}

/**
 * 记一笔: a stamped line of the 时间线, in the order of its stamps. It is never rewritten. Refusals:
 * `incident.noteRequired`, `time.*`.
 */
export function note(record: Incident, input: NoteInput, ctx: RuleContext): Result<Incident> {
  const at = input.at ?? ctx.now
  const objection = allObjections(
    objectionTo('note', record, ctx),
    requireText(input.text, 'incident.noteRequired', 'text'),
    requirePast(at, 'at', ctx),
  )
  if (objection) return objection
  const { name, userId } = ctx.actor
  const entry: TimelineEntry = {
    id: ctx.newId(),
    at,
    text: input.text.trim(),
    by: name,
    userId,
    struck: null,
  }
  const timeline = [...record.timeline, entry].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return accept(advance(record, { command: 'note', fields: { timeline } }, ctx))
}

/**
 * 划去: the line stays readable, with who struck it and why. Refusals: `incident.entryUnknown`,
 * `incident.alreadyStruck`, `incident.strikeReasonRequired`.
 */
export function strike(
  record: Incident,
  input: { entryId: string; reason: string },
  ctx: RuleContext,
): Result<Incident> {
  const known = record.timeline.find(({ id }) => id === input.entryId)
  const objection = allObjections(
    objectionTo('strike', record, ctx),
    known ? null : refuse('incident.entryUnknown'),
    known?.struck ? refuse('incident.alreadyStruck') : null,
    requireText(input.reason, 'incident.strikeReasonRequired', 'reason'),
  )
  if (objection) return objection
  const struck = { reason: input.reason.trim(), at: ctx.now, by: ctx.actor.name }
  const timeline = record.timeline.map((entry) => (entry.id === input.entryId ? { ...entry, struck } : entry))
  return accept(advance(record, { command: 'strike', fields: { timeline } }, ctx))
}

/** A step of the checklist. */
export interface MarkInput {
  stepId: string
  outcome: CheckMark['outcome']
  /** 不适用 needs one. */
  reason: string
}

/**
 * A step is done, or 不适用 with its reason; again, it replaces what was said. Refusals: `incident.stepUnknown`,
 * `incident.notApplicableReasonRequired`.
 */
export function mark(record: Incident, input: MarkInput, ctx: RuleContext): Result<Incident> {
  const { stepId, outcome } = input
  const objection = allObjections(
    objectionTo('mark', record, ctx),
    objectionToStep(record, stepId),
    outcome === 'notApplicable'
      ? requireText(input.reason, 'incident.notApplicableReasonRequired', 'reason')
      : null,
  )
  if (objection) return objection
  const reason = outcome === 'notApplicable' ? input.reason.trim() : ''
  const made: CheckMark = { stepId, outcome, at: ctx.now, by: ctx.actor.name, reason }
  const checks = [...without(record, stepId), made]
  return accept(advance(record, { command: 'mark', note: stepId, fields: { checks } }, ctx))
}

/** Takes a tick off again. Refusal: `incident.stepUnmarked`. */
export function unmark(record: Incident, input: { stepId: string }, ctx: RuleContext): Result<Incident> {
  const { stepId } = input
  const marked = record.checks.some((check) => check.stepId === stepId)
  const objection = allObjections(
    objectionTo('unmark', record, ctx),
    marked ? null : refuse('incident.stepUnmarked'),
  )
  if (objection) return objection
  return accept(
    advance(record, { command: 'unmark', note: stepId, fields: { checks: without(record, stepId) } }, ctx),
  )
}

function objectionToStep({ report }: Incident, stepId: string): Objection {
  return CHECKLISTS[report.kind].includes(stepId) ? null : refuse('incident.stepUnknown')
}

function without({ checks }: Incident, stepId: string): CheckMark[] {
  return checks.filter((check) => check.stepId !== stepId)
}
