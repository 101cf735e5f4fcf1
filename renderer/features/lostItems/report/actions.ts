import { LOST_REPORT_COMMANDS } from '../../../../shared/domain/lostReport'
import type { LostReport } from '../../../../shared/domain/lostReport/types'
import type { Role } from '../../../../shared/domain/office/types'
import { type Offer, possibleSteps } from '../../../register/record/offers'

/** Steps a person takes on a lost report. */
export const REPORT_STEPS = ['amendIntake', 'markFound', 'close', 'void'] as const
export type ReportStep = (typeof REPORT_STEPS)[number]

/** The steps that the state of a lost report allows, for a role. */
export function reportOffers(record: LostReport, role: Role): Offer<ReportStep>[] {
  return possibleSteps(LOST_REPORT_COMMANDS, REPORT_STEPS, record.state, role)
}
