import { settle as settleComplaint } from '../../domain/complaint/commands/advance'
import type { Complaint } from '../../domain/complaint/types'
import { correctionDuty } from '../../domain/correction/lifecycle'
import type { Correction } from '../../domain/correction/types'
import type { Person } from '../../domain/household/types'
import { settle as settleIncident } from '../../domain/incident/commands/lifecycle'
import type { Incident } from '../../domain/incident/types'
import { settle as settleLostItem } from '../../domain/lostItem/commands/lifecycle'
import type { LostItem } from '../../domain/lostItem/types'
import { monthReviewDuty } from '../../domain/monthReview/lifecycle'
import type { MonthReview } from '../../domain/monthReview/types'
import type { OfficeRules } from '../../domain/register/types'
import { returnVisitDuty } from '../../domain/returnVisit/lifecycle'
import type { ReturnVisitRecord } from '../../domain/returnVisit/types'
import { nextDuty as visitDuty } from '../../domain/visit/duty'
import type { Visit } from '../../domain/visit/types'
import { monthDuty } from '../../domain/visitMonth/lifecycle'
import type { VisitMonth } from '../../domain/visitMonth/types'
import type { Row } from '../wire'

type Settle<R> = (row: R, settings: OfficeRules) => R

interface Settled {
  complaints: Settle<Complaint>
  incidents: Settle<Incident>
  lostItems: Settle<LostItem>
  visits: Settle<Visit>
  visitMonths: Settle<VisitMonth>
  returnVisits: Settle<ReturnVisitRecord>
  corrections: Settle<Correction>
  monthReviews: Settle<MonthReview>
  persons: Settle<Person>
}

/** What follows by itself from what a merged row says, as in its register: above all what it waits for. No clock is asked. */
const SETTLED: Settled = {
  complaints: (row, settings) => settleComplaint(row, { settings }),
  incidents: (row, settings) => settleIncident(row, { settings }),
  lostItems: (row, settings) => settleLostItem(row, { settings }),
  visits: (row) => ({ ...row, duty: visitDuty(row) }),
  visitMonths: (row) => ({ ...row, duty: monthDuty(row) }),
  returnVisits: (row) => ({ ...row, duty: returnVisitDuty(row) }),
  corrections: (row) => ({ ...row, duty: correctionDuty(row) }),
  monthReviews: (row) => ({ ...row, duty: monthReviewDuty(row) }),
  persons: (row) => ({ ...row, unitIds: [...new Set(row.residences.map(({ unitId }) => unitId))] }),
}

/** Tables of which something follows by itself. */
export const SETTLED_TABLES = Object.keys(SETTLED)

/** The row with what follows by itself. One that says nothing any more (erased by law) stays as it is. */
export function settled(table: string, row: Row, settings: OfficeRules): Row {
  if (row['erased'] || !Object.hasOwn(SETTLED, table)) return row
  const settle = SETTLED[table as keyof Settled] as unknown as Settle<Row>
  return settle(row, settings)
}
