import type { RegisterMonth } from '../month/view'
import { visitChecks } from './monthChecks'
import { visitFigures } from './monthFigures'

/** Visits and their way to the director in the review of a month (domain 8, 12). */
export const visitRegisterMonth: RegisterMonth = {
  table: 'visits',
  figures: visitFigures,
  checks: visitChecks,
}
