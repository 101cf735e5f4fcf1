import { complaintErasing } from '../complaint/erasing'
import { correctionErasing } from '../correction/erasing'
import {
  blacklistErasing,
  careFlagErasing,
  instructionErasing,
  personErasing,
  vehicleErasing,
} from '../household/erasing'
import { incidentErasing } from '../incident/erasing'
import { lostItemErasing } from '../lostItem/erasing'
import { lostReportErasing } from '../lostReport/erasing'
import { returnVisitErasing } from '../returnVisit/erasing'
import { visitErasing, visitNotesErasing } from '../visit/erasing'
import type { ErasingRule } from './erase'
import { attachmentErasing, requestErasing, scanErasing } from './ownErasing'

/** What may be erased, one line a table (domain 13). */
export const ERASING = {
  complaints: complaintErasing,
  incidents: incidentErasing,
  lostItems: lostItemErasing,
  lostReports: lostReportErasing,
  visits: visitErasing,
  visitNotes: visitNotesErasing,
  returnVisits: returnVisitErasing,
  corrections: correctionErasing,
  persons: personErasing,
  vehicles: vehicleErasing,
  careFlags: careFlagErasing,
  instructions: instructionErasing,
  blacklist: blacklistErasing,
  attachments: attachmentErasing,
  scans: scanErasing,
  personRequests: requestErasing,
} as const satisfies Readonly<Record<string, ErasingRule>>

export type ErasableTable = keyof typeof ERASING
export const ERASABLE = Object.keys(ERASING) as ErasableTable[]

/** Whether rows of a table can be erased. */
export function isErasable(table: string): table is ErasableTable {
  return Object.hasOwn(ERASING, table)
}
