import { z } from 'zod'
import { complaintSchema } from './complaint'
import { correctionSchema } from './correction'
import { disputeSchema } from './dispute'
import { guidanceEditSchema } from './guidance'
import {
  blacklistEntrySchema,
  careFlagSchema,
  personSchema,
  standingInstructionSchema,
  unitSchema,
  vehicleSchema,
} from './household'
import { incidentSchema } from './incident'
import { lostItemSchema } from './lostItem'
import { lostReportSchema } from './lostReport'
import { monthReviewSchema, monthSealSchema } from './monthReview'
import { officeSchema, officeSettingsSchema, phraseSchema, savedFilterSchema, userSchema } from './office'
import { erasureSchema, personRequestSchema, retentionHoldSchema } from './privacy'
import { attachmentSchema } from './register'
import { scanSchema } from './scan'
import { shelfCountSchema } from './shelfCount'
import {
  returnRoundSchema,
  returnVisitSchema,
  visitMonthSchema,
  visitPreferenceSchema,
  visitPrivateNotesSchema,
  visitSchema,
} from './visit'

/**
 * What a row of each table that leaves this machine looks like, for rows that come from outside. Not among them:
 * `credentials`, which never leave.
 */
export const TABLE_SCHEMAS = {
  office: officeSchema,
  settings: z.strictObject({ ...officeSettingsSchema.shape, id: z.literal('office') }),
  users: userSchema,
  units: unitSchema,
  persons: personSchema,
  vehicles: vehicleSchema,
  careFlags: careFlagSchema,
  instructions: standingInstructionSchema,
  blacklist: blacklistEntrySchema,
  complaints: complaintSchema,
  incidents: incidentSchema,
  lostItems: lostItemSchema,
  lostReports: lostReportSchema,
  shelfCounts: shelfCountSchema,
  attachments: attachmentSchema,
  scans: scanSchema,
  visits: visitSchema,
  visitNotes: visitPrivateNotesSchema,
  visitPreferences: visitPreferenceSchema,
  visitMonths: visitMonthSchema,
  returnVisits: returnVisitSchema,
  returnRounds: returnRoundSchema,
  corrections: correctionSchema,
  monthReviews: monthReviewSchema,
  monthSeals: monthSealSchema,
  phrases: phraseSchema,
  savedFilters: savedFilterSchema,
  guidance: guidanceEditSchema,
  erasures: erasureSchema,
  retentionHolds: retentionHoldSchema,
  personRequests: personRequestSchema,
  disputes: disputeSchema,
} as const

/** Tables whose rows may leave this machine. */
export type TravellingTable = keyof typeof TABLE_SCHEMAS

/** Whether rows of a table may leave, or come from outside. */
export function isTravelling(table: string): table is TravellingTable {
  return Object.hasOwn(TABLE_SCHEMAS, table)
}
