import { civilDayOf, instantOf, shiftMonth } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { accept, type Result, refuse } from '../../util/result'
import { forbidden } from '../office/permissions'
import { allObjections, requireText } from '../register/objections'
import type { RuleContext } from '../register/types'
import type { ReturnRound, RoundTarget } from './types'

const SHAPE = /^\d{4}-Q[1-4]$/

/** The quarter of an instant: `2026-Q4`. */
export function roundOf(at: Instant): string {
  const day = civilDayOf(at)
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** True of `2026-Q4`. */
export function isRound(text: string): boolean {
  return SHAPE.test(text)
}

/** When a quarter begins, and when the next one does. */
export function spanOfRound(round: string): { from: Instant; to: Instant } {
  const month = (Number(round.slice(6)) - 1) * 3 + 1
  const first = `${round.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
  return { from: instantOf(first), to: instantOf(shiftMonth(first, 3)) }
}

/** What a target is, before it stands on a round's list. */
export type TargetInput = Omit<RoundTarget, 'id' | 'returnVisitId' | 'skipped'>

/**
 * 季度回访: the round's list, made or made longer. A household or record stands on it once. Refusals: `office.notAllowed`,
 * `returnVisit.roundInvalid`, `returnVisit.nothingToCall` where there is nothing new.
 */
export function addTargets(
  round: string,
  before: ReturnRound | null,
  targets: readonly TargetInput[],
  ctx: RuleContext,
): Result<ReturnRound> {
  const objection = allObjections(
    forbidden(ctx.actor.role, 'record.process'),
    isRound(round) ? null : refuse('returnVisit.roundInvalid'),
  )
  if (objection) return objection
  const known = before?.targets ?? []
  const seen = new Set(known.map(keyOf))
  const added: RoundTarget[] = []
  for (const target of targets) {
    if (seen.has(keyOf(target))) continue
    seen.add(keyOf(target))
    added.push({ ...target, id: ctx.newId(), returnVisitId: null, skipped: '' })
  }
  if (added.length === 0) return refuse('returnVisit.nothingToCall')
  return accept(changed(before ?? begun(round, ctx), [...known, ...added], ctx))
}

/** 不回访, with the reason. Refusals: `returnVisit.targetMissing`, `returnVisit.targetDone`, `returnVisit.skipReasonRequired`. */
export function skipTarget(
  round: ReturnRound,
  input: { targetId: string; reason: string },
  ctx: RuleContext,
): Result<ReturnRound> {
  const target = round.targets.find(({ id }) => id === input.targetId)
  const objection = allObjections(
    forbidden(ctx.actor.role, 'record.process'),
    target ? null : refuse('returnVisit.targetMissing'),
    target?.returnVisitId ? refuse('returnVisit.targetDone') : null,
    requireText(input.reason, 'returnVisit.skipReasonRequired', 'reason'),
  )
  if (objection) return objection
  const targets = round.targets.map((one) =>
    one.id === input.targetId ? { ...one, skipped: input.reason.trim() } : one,
  )
  return accept(changed(round, targets, ctx))
}

/** The round with one target called. Refusals: `returnVisit.targetMissing`, `returnVisit.targetDone`. */
export function markCalled(
  round: ReturnRound,
  targetId: string,
  returnVisitId: string,
  ctx: RuleContext,
): Result<ReturnRound> {
  const target = round.targets.find(({ id }) => id === targetId)
  if (!target) return refuse('returnVisit.targetMissing')
  if (target.returnVisitId) return refuse('returnVisit.targetDone')
  const targets = round.targets.map((one) =>
    one.id === targetId ? { ...one, returnVisitId, skipped: '' } : one,
  )
  return accept(changed(round, targets, ctx))
}

/** The round without the call that a void return visit was: its target waits again. Null where it called none. */
export function withoutCall(round: ReturnRound, returnVisitId: string, ctx: RuleContext): ReturnRound | null {
  if (!round.targets.some((one) => one.returnVisitId === returnVisitId)) return null
  const targets = round.targets.map((one) =>
    one.returnVisitId === returnVisitId ? { ...one, returnVisitId: null } : one,
  )
  return changed(round, targets, ctx)
}

/** How far a round is: those that are not called are not counted. */
export function progressOf({ targets }: Pick<ReturnRound, 'targets'>): { called: number; of: number } {
  const counted = targets.filter(({ skipped }) => skipped === '')
  return { called: counted.filter(({ returnVisitId }) => returnVisitId !== null).length, of: counted.length }
}

function keyOf({ unitId, unitCode, name, source }: TargetInput): string {
  return source.recordId ?? unitId ?? `${unitCode}|${name}`
}

function begun(round: string, ctx: RuleContext): ReturnRound {
  return { id: round, rev: 0, createdAt: ctx.now, createdBy: ctx.actor.name, updatedAt: ctx.now, targets: [] }
}

function changed(round: ReturnRound, targets: RoundTarget[], ctx: RuleContext): ReturnRound {
  return { ...round, targets, rev: round.rev + 1, updatedAt: ctx.now }
}
