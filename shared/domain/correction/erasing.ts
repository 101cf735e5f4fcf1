import type { ErasingRule } from '../privacy/erase'
import { CORRECTION_STATES } from './types'

/** A 更正单 is erased with the record that it corrected: which one stays, what it said does not (domain 13). */
export const correctionErasing: ErasingRule = {
  choices: {
    state: CORRECTION_STATES,
    'steps.*.from': CORRECTION_STATES,
    'steps.*.to': CORRECTION_STATES,
  },
  sets: { changes: [] },
}
