import { CONTACT_WAYS } from '../complaint/types'
import type { ErasingRule } from '../privacy/erase'
import { RETURN_VISIT_SOURCES, RETURN_VISIT_STATES, SATISFACTIONS } from './types'

/** What stays of an erased return visit besides its number, moments and ids (domain 13). */
export const returnVisitErasing: ErasingRule = {
  choices: {
    state: RETURN_VISIT_STATES,
    'steps.*.from': RETURN_VISIT_STATES,
    'steps.*.to': RETURN_VISIT_STATES,
    'entry.source.kind': RETURN_VISIT_SOURCES,
    'entry.way': CONTACT_WAYS,
    'entry.satisfaction': SATISFACTIONS,
  },
}
