import type { RegisterMonth } from '../month/view'
import { incidentChecks } from './monthChecks'
import { incidentFigures } from './monthFigures'

/** Incidents in the review of a month (domain 12). */
export const incidentMonth: RegisterMonth = {
  table: 'incidents',
  figures: incidentFigures,
  checks: incidentChecks,
}
