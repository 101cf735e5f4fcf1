import type { ErasingRule } from '../privacy/erase'
import {
  CAUSES,
  CHANNELS,
  COMPLAINT_STATES,
  CONTACT_WAYS,
  NATURES,
  SEVERITIES,
  VISIT_OUTCOMES,
} from './types'

/** What stays of an erased complaint besides numbers, moments and ids (domain 13). */
export const complaintErasing: ErasingRule = {
  choices: {
    state: COMPLAINT_STATES,
    'steps.*.from': COMPLAINT_STATES,
    'steps.*.to': COMPLAINT_STATES,
    'intake.channel': CHANNELS,
    'others.*.channel': CHANNELS,
    'judgement.nature': NATURES,
    'judgement.severity': SEVERITIES,
    'judgement.cause': CAUSES,
    'handling.consent.way': CONTACT_WAYS,
    'answers.*.way': CONTACT_WAYS,
    'returnVisits.*.way': CONTACT_WAYS,
    'returnVisits.*.outcome': VISIT_OUTCOMES,
    escalatedBecause: ['overAMonth', 'repeatedPromise'],
  },
}
