import type { Role } from '../../../../shared/domain/office/types'
import { VISIT_COMMANDS } from '../../../../shared/domain/visit'
import { missingForClosing } from '../../../../shared/domain/visit/commands'
import type { Visit } from '../../../../shared/domain/visit/types'
import { type Offer, possibleSteps } from '../../../register/record/offers'

/** Steps a person takes on a visit, in the order of its life. */
export const STEPS = [
  'fillIn',
  'replan',
  'recordVisit',
  'amend',
  'giveFeedback',
  'giveOpinion',
  'close',
  'void',
] as const
export type StepName = (typeof STEPS)[number]

/** The steps that the state of a visit allows, for a role. */
export function offersOf(record: Visit, role: Role): Offer<StepName>[] {
  const steps = STEPS.filter((step) => step !== 'giveFeedback' || record.findings?.feedbackNeeded)
  return possibleSteps(VISIT_COMMANDS, steps, record.state, role).map((offer) => ({
    ...offer,
    again: wasTaken(offer.step, record),
    needs: offer.step === 'close' ? missingForClosing(record).map(({ field }) => field) : [],
  }))
}

/** The one step to take next: the main button. Null where the visit has ended. A signature is never asked for. */
export function nextStep(record: Visit): StepName | null {
  if (record.state === 'reserved') return 'fillIn'
  if (record.state === 'planned') return 'recordVisit'
  if (record.state !== 'visited') return null
  if (record.duty?.kind === 'feedback') return 'giveFeedback'
  return record.opinion ? 'close' : 'giveOpinion'
}

function wasTaken(step: StepName, { feedback, opinion }: Visit): boolean {
  return step === 'giveFeedback' ? feedback !== null : step === 'giveOpinion' && opinion !== null
}
