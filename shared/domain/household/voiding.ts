import { accept, type Result, refuse } from '../../util/result'
import { forbidden } from '../office/permissions'
import type { RuleContext } from '../register/types'
import { checkText, LIMITS } from './checks'
import type { Voiding } from './types'

interface Voidable {
  voided: Voiding | null
  updatedAt: string
}

/**
 * Marks a mistaken entry as void, with a reason (domain 1: 客服主管 and up; domain 10: nothing is deleted).
 * Refusals: office.notAllowed, household.voided, household.required on `reason`.
 */
export function voidEntry<T extends Voidable>(entry: T, reason: string, context: RuleContext): Result<T> {
  const no = forbidden(context.actor.role, 'record.void')
  if (no) return no
  if (entry.voided) return refuse('household.voided')
  const words = checkText(reason, 'reason', { max: LIMITS.reason, required: true })
  if (!words.ok) return words
  const { now, actor } = context
  return accept({ ...entry, voided: { reason: words.value, at: now, by: actor.name }, updatedAt: now })
}

/**
 * Voids a unit and sets its code free for the right one. `inUse`: somebody or something is still tied to it;
 * end that first. Refusals: as `voidEntry`, and household.unitInUse.
 */
export function voidUnit<T extends Voidable>(
  unit: T,
  reason: string,
  inUse: boolean,
  context: RuleContext,
): Result<T> {
  if (inUse) return refuse('household.unitInUse')
  const voided = voidEntry(unit, reason, context)
  if (!voided.ok || !('code' in unit)) return voided
  return accept({ ...voided.value, code: `${String(unit.code)}~${context.newId()}` })
}
