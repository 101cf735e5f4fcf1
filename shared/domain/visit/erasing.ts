import type { ErasingRule } from '../privacy/erase'
import { VISIT_STATES, VISIT_WAYS } from './types'

/** What stays of an erased visit besides its number, moments and ids (domain 13). */
export const visitErasing: ErasingRule = {
  choices: {
    state: VISIT_STATES,
    'steps.*.from': VISIT_STATES,
    'steps.*.to': VISIT_STATES,
    'plan.way': VISIT_WAYS,
  },
}

/** Of 私密记录 nothing but that there were some. */
export const visitNotesErasing: ErasingRule = { choices: {} }
