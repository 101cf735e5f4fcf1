import { complaintCorrectable } from '../complaint/correctable'
import type { Complaint } from '../complaint/types'
import { incidentCorrectable } from '../incident/correctable'
import type { Incident } from '../incident/types'
import { lostItemCorrectable } from '../lostItem/correctable'
import type { LostItem } from '../lostItem/types'
import { lostReportCorrectable } from '../lostReport/correctable'
import type { LostReport } from '../lostReport/types'
import type { Correctable } from '../register/correctable'
import { returnVisitCorrectable } from '../returnVisit/correctable'
import type { ReturnVisitRecord } from '../returnVisit/types'
import { visitCorrectable } from '../visit/correctable'
import type { Visit } from '../visit/types'

/** Records that a 更正单 can put right, by table. */
export interface CorrectableRows {
  complaints: Complaint
  lostItems: LostItem
  lostReports: LostReport
  incidents: Incident
  visits: Visit
  returnVisits: ReturnVisitRecord
}
export type CorrectableTable = keyof CorrectableRows

/** What each register lets be corrected: one line a register. */
const CORRECTABLE: { [K in CorrectableTable]: Correctable<CorrectableRows[K]> } = {
  complaints: complaintCorrectable,
  lostItems: lostItemCorrectable,
  lostReports: lostReportCorrectable,
  incidents: incidentCorrectable,
  visits: visitCorrectable,
  returnVisits: returnVisitCorrectable,
}

export const CORRECTABLE_TABLES = Object.keys(CORRECTABLE) as CorrectableTable[]

/** Whether records of a table are corrected by 更正单: of a link, which keeps the table as text. */
export function isCorrectableTable(table: string): table is CorrectableTable {
  return Object.hasOwn(CORRECTABLE, table)
}

/** What a register lets be corrected. */
export function correctableOf<K extends CorrectableTable>(table: K): Correctable<CorrectableRows[K]> {
  return CORRECTABLE[table]
}
