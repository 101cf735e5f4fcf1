import { complaintMonth } from '../complaint/month'
import { correctionMonth } from '../correction/month'
import { incidentMonth } from '../incident/month'
import { lostItemMonth } from '../lostItem/month'
import { lostReportMonth } from '../lostReport/month'
import { returnVisitMonth } from '../returnVisit/month'
import { visitRegisterMonth } from '../visit/registerMonth'
import type { RegisterMonth } from './view'

/** What every register gives to the review of a month, in the order of the day: one line a register. */
export const registerMonths: readonly RegisterMonth[] = [
  complaintMonth,
  returnVisitMonth,
  incidentMonth,
  lostItemMonth,
  lostReportMonth,
  visitRegisterMonth,
  correctionMonth,
]
