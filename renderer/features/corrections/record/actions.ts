import { CORRECTION_COMMANDS } from '../../../../shared/domain/correction/lifecycle'
import type { Correction } from '../../../../shared/domain/correction/types'
import type { Role } from '../../../../shared/domain/office/types'
import { type Offer, possibleSteps } from '../../../register/record/offers'

const STEPS = ['verify', 'apply', 'reject', 'void'] as const
export type StepName = (typeof STEPS)[number]

/** The steps that a 更正单 allows, for a role. */
export function offersOf({ state }: Pick<Correction, 'state'>, role: Role): Offer<StepName>[] {
  return possibleSteps(CORRECTION_COMMANDS, STEPS, state, role)
}

/** The one step to take next: 核实同意 of the supervisor, then 批准并更正 of the director. */
export function nextStep({ state }: Pick<Correction, 'state'>): StepName | null {
  if (state === 'requested') return 'verify'
  return state === 'verified' ? 'apply' : null
}
