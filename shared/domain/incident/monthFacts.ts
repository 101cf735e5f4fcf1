import type { MonthFacts } from '../month/facts'
import { isWithheld } from '../register/lifecycle'
import { isBlankSheet } from './paper'
import type { Incident } from './types'

/**
 * Incidents in a month (domain 12): in when they were registered, because an event of the last night of a month that is
 * signed already must still find its place; out when the report was filed (归档).
 */
export const incidentMonthFacts: MonthFacts<Incident> = {
  begunAt: (record) => {
    // One that is withheld from the reader (限阅) looks blank, and counts all the same.
    if (isBlankSheet(record) && !isWithheld(record)) return null
    // A blank sheet's number was given before; the event was registered when it was filled in.
    return record.steps.find(({ command }) => command === 'fillIn')?.at ?? record.createdAt
  },
  endedAt: ({ archivedAt, void: voided, state, updatedAt }) =>
    archivedAt ?? voided?.at ?? (state === 'archived' ? updatedAt : null),
  isWithdrawn: (record) => record.void !== null,
  fixed: [],
  later: ['supplements'],
  dated: ({ submittedAt, verification, approval }) => [submittedAt, verification?.at, approval?.at],
}
