import type { ErasingRule } from '../privacy/erase'
import { INCIDENT_FIELDS } from './fields'
import { INCIDENT_KINDS } from './kinds'
import {
  COMPENSATION_OUTCOMES,
  EMERGENCY_SERVICES,
  INCIDENT_SEVERITIES,
  INCIDENT_STATES,
  type Incident,
  PARTY_ROLES,
} from './types'

const OPTIONS = Object.values(INCIDENT_FIELDS).flatMap((fields) =>
  fields.flatMap(({ options = [] }) => options),
)

/** What stays of an erased incident besides numbers, 元, moments and ids; 伤情 keep not even how many (domain 13). */
export const incidentErasing: ErasingRule = {
  choices: {
    state: INCIDENT_STATES,
    'steps.*.from': INCIDENT_STATES,
    'steps.*.to': INCIDENT_STATES,
    'report.kind': INCIDENT_KINDS,
    'report.severity': INCIDENT_SEVERITIES,
    'details.*': OPTIONS,
    'checks.*.outcome': ['done', 'notApplicable'],
    'parties.*.role': PARTY_ROLES,
    'calls.*.service': EMERGENCY_SERVICES,
    'compensations.*.outcome': COMPENSATION_OUTCOMES,
  },
  sets: { injuries: [] },
}

/** 有争议 or still talked about: what the books say is evidence, whatever the period. */
export function isDisputed({ compensations }: Pick<Incident, 'compensations'>): boolean {
  return compensations.some(({ outcome }) => outcome !== 'signed')
}
