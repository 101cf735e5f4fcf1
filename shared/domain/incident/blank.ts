import type { Instant } from '../../util/instant'
import type { LivingRecord } from '../register/lifecycle'
import type { Incident, IncidentReport } from './types'

/** A report of which nothing is known but the moment. */
export function emptyReport(occurredAt: Instant): IncidentReport {
  return {
    kind: 'other',
    occurredAt,
    place: '',
    origin: '',
    course: '',
    severity: null,
    personHurt: false,
    measures: '',
    result: '',
    prevention: '',
  }
}

/** What a record always says: what every record has, and by whom and how closely it is kept. */
type Said = keyof LivingRecord | 'report' | 'reportedBy' | 'reportedByUserId' | 'restricted'

/** A record that says nothing yet, or to whom nothing may be said (domain 7). */
export function nothingSaid(): Omit<Incident, Said> {
  return {
    details: {},
    checks: [],
    timeline: [],
    parties: [],
    injuries: [],
    losses: [],
    notifications: [],
    calls: [],
    compensations: [],
    witnesses: [],
    insurance: null,
    firstSubmittedAt: null,
    submittedAt: null,
    submittedBy: null,
    verification: null,
    approval: null,
    returned: null,
    supplements: [],
    archivedAt: null,
    archivedBy: null,
  }
}
