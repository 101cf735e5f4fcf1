import { LOST_CATEGORIES } from '../lostItem/types'
import { columnsOf, daysBetweenMoments } from '../monthPackage/columns'
import type { RegisterPackage } from '../monthPackage/types'
import { lostReportMonthFacts } from './monthFacts'
import { LOST_REPORT_STATES, type LostReport } from './types'

const { word, number, day } = columnsOf<LostReport>()

/** What head office may read of a report of something lost (domain 12, 13). */
export const lostReportPackage: RegisterPackage<LostReport> & { table: 'lostReports' } = {
  table: 'lostReports',
  facts: lostReportMonthFacts,
  columns: [
    day('registeredOn', ({ intake }) => intake.registeredAt),
    word('category', LOST_CATEGORIES, 'lostItems:category', ({ intake }) => intake.category),
    word('state', LOST_REPORT_STATES, 'lostReports:state', ({ state }) => state),
    number('daysOpen', ({ intake, ending }) => daysBetweenMoments(intake.registeredAt, ending?.at)),
  ],
  texts: {},
}
