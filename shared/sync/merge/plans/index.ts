import type { MergePlan } from '../plan'
import type { SyncTable } from '../../travel'
import { complaintPlan } from './complaint'
import { householdPlans } from './household'
import { incidentPlan } from './incident'
import { lostItemPlan, lostReportPlan, shelfCountPlan } from './lost'
import { correctionPlan, monthReviewPlan, monthSealPlan } from './month'
import * as office from './office'
import * as visits from './visits'

/** How records are merged, one line a table that travels. */
export const MERGE_PLANS: { readonly [K in SyncTable]: MergePlan } = {
  office: office.officePlan,
  settings: office.settingsPlan,
  users: office.userPlan,
  ...householdPlans,
  complaints: complaintPlan,
  incidents: incidentPlan,
  lostItems: lostItemPlan,
  lostReports: lostReportPlan,
  shelfCounts: shelfCountPlan,
  attachments: office.attachmentPlan,
  scans: office.scanPlan,
  visits: visits.visitPlan,
  visitNotes: visits.visitNotesPlan,
  visitPreferences: visits.visitPreferencePlan,
  visitMonths: visits.visitMonthPlan,
  returnVisits: visits.returnVisitPlan,
  returnRounds: visits.returnRoundPlan,
  corrections: correctionPlan,
  monthReviews: monthReviewPlan,
  monthSeals: monthSealPlan,
  phrases: office.phrasePlan,
  savedFilters: office.savedFilterPlan,
  guidance: office.guidancePlan,
  erasures: office.erasurePlan,
  retentionHolds: office.retentionHoldPlan,
  personRequests: office.personRequestPlan,
  disputes: office.disputePlan,
}
