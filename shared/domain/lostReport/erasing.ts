import { LOST_CATEGORIES } from '../lostItem/types'
import type { ErasingRule } from '../privacy/erase'
import { LOST_REPORT_STATES } from './types'

/** What stays of an erased lost report besides its number, moments and ids (domain 13). */
export const lostReportErasing: ErasingRule = {
  choices: {
    state: LOST_REPORT_STATES,
    'steps.*.from': LOST_REPORT_STATES,
    'steps.*.to': LOST_REPORT_STATES,
    'intake.category': LOST_CATEGORIES,
  },
}
