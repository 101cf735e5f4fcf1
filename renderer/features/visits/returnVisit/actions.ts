import type { Role } from '../../../../shared/domain/office/types'
import { RETURN_VISIT_COMMANDS } from '../../../../shared/domain/returnVisit'
import { offersComplaint } from '../../../../shared/domain/returnVisit/commands'
import type { ReturnVisitRecord } from '../../../../shared/domain/returnVisit/types'
import { type Offer, possibleSteps } from '../../../register/record/offers'

const STEPS = ['fillIn', 'amend', 'complain', 'void'] as const
export type StepName = (typeof STEPS)[number]

/** The steps that a return visit allows, for a role. One that a complaint wrote is corrected there. */
export function offersOf(record: ReturnVisitRecord, role: Role): Offer<StepName>[] {
  const steps = STEPS.filter((step) => {
    if (step === 'complain') return offersComplaint(record)
    return step === 'fillIn' || record.attemptId === ''
  })
  return possibleSteps(RETURN_VISIT_COMMANDS, steps, record.state, role)
}

/** The one step to take next: 补录, or 登记投诉 after a C 不满意. */
export function nextStep(record: ReturnVisitRecord): StepName | null {
  if (record.state === 'reserved') return 'fillIn'
  return offersComplaint(record) ? 'complain' : null
}
