import type { RegisterMonth } from '../month/view'
import { complaintChecks } from './monthChecks'
import { complaintFigures } from './monthFigures'

/** Complaints in the review of a month (domain 12). */
export const complaintMonth: RegisterMonth = {
  table: 'complaints',
  figures: complaintFigures,
  checks: complaintChecks,
}
