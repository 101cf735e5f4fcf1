import type { RegisterMonth } from '../month/view'
import { returnVisitChecks } from './monthChecks'
import { returnVisitFigures } from './monthFigures'

/** Return visits in the review of a month (domain 12). */
export const returnVisitMonth: RegisterMonth = {
  table: 'returnVisits',
  figures: returnVisitFigures,
  checks: returnVisitChecks,
}
