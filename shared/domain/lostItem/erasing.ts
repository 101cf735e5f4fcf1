import type { ErasingRule } from '../privacy/erase'
import {
  CHECK_OUTCOMES,
  CLAIM_RELATIONS,
  DECISION_OUTCOMES,
  DISPOSAL_WAYS,
  HAND_OVER_TARGETS,
  LOST_CATEGORIES,
  LOST_ITEM_STATES,
  VALUE_BANDS,
} from './types'

/** What stays of an erased found item besides numbers, fen, moments and ids (domain 13). */
export const lostItemErasing: ErasingRule = {
  choices: {
    state: LOST_ITEM_STATES,
    'steps.*.from': LOST_ITEM_STATES,
    'steps.*.to': LOST_ITEM_STATES,
    'intake.category': LOST_CATEGORIES,
    'intake.estimate.band': VALUE_BANDS,
    'claims.*.relation': CLAIM_RELATIONS,
    'claims.*.check.outcome': CHECK_OUTCOMES,
    'handOver.target': HAND_OVER_TARGETS,
    'decisions.*.outcome': DECISION_OUTCOMES,
    'disposal.way': DISPOSAL_WAYS,
  },
}
