/** The data layer as the screens see it. Only what stands here is for features. */
export { unsavedSince } from './backup/unsaved'
export * from './commands/attachments'
export * from './commands/complaintPaper'
export * from './commands/complaintPeople'
export * from './commands/complaints'
export * from './commands/corrections'
export { type DecideInput, decideDisputeCommand } from './commands/disputes'
export type { Undone } from './commands/endCommands'
export * from './commands/exportHouseholds'
export * from './commands/exportList'
export * from './commands/guidance'
export * from './commands/householdNotes'
export * from './commands/households'
export * from './commands/importHouseholds'
export * from './commands/incidentFromComplaint'
export * from './commands/incidents'
export * from './commands/lostItems'
export * from './commands/lostReports'
export * from './commands/monthReviews'
export * from './commands/monthFiles'
export * from './commands/office'
export {
  MOST_PRINTED_AT_ONCE,
  type PaperCommands,
  type PrintedList,
  type PrintedMany,
} from './commands/paperCommands'
export * from './commands/phrases'
export type { OnRecord, SavedRecord } from './commands/recordCommand'
export * from './commands/recordLinks'
export { isRegisterTable, type RegisterTable } from './commands/registerTables'
export * from './commands/access'
export * from './commands/personRequests'
export * from './commands/privacy'
export { NUMBERED, type NumbersAsked, numbersAsked, raiseNumbersCommand } from './commands/raiseNumbers'
export * from './commands/returnRounds'
export * from './commands/returnVisits'
export * from './commands/savedFilters'
export * from './commands/scans'
export {
  finishCountCommand,
  startCountCommand,
  tickCommand,
  untickCommand,
} from './commands/shelfCounts'
export { noteTakeOutCommand } from './commands/takeOut'
export * from './commands/selfCheck'
export * from './commands/users'
export { noteSheetCommand, type SheetNote } from './commands/vault'
export * from './commands/visitMonths'
export * from './commands/visitPreferences'
export * from './commands/visits'
export type { CommandOptions, CommandSpec, Saved } from './core/commandRunner'
export type { RecordTable, RecordTables } from './core/tables'
export { type DataPorts, DeskData } from './deskData'
export type { DemoOptions } from './demo/fillDemo'
export { type Draft, listDrafts } from './drafts'
export { keepMonths } from './keepMonths'
export { type AccessEntry, accessLog } from './queries/accessLog'
export { allRequests, openRequests } from './queries/personRequests'
export { findPerson, type PersonHit } from './queries/personSearch'
export {
  countDue,
  type DuePlace,
  type DueRecord,
  dueIn,
  dueRecords,
  type DueRegister,
  MOST_COUNTED,
} from './queries/retention'
export { attachmentsOf, attachmentTotal } from './queries/attachments'
export {
  countOpenDisputes,
  decidedDisputes,
  disputeView,
  type DisputeView,
  type Maker,
  openDisputes,
  openDisputesOf,
} from './queries/disputes'
export { type Locking, lockingOf } from './queries/corrections'
export { lastEntries, phrasesOf } from './queries/habits'
export { listGuidanceEdits, type PastSummary, pastSummaries } from './queries/guidance'
export { type FailedTries, type FailedTry, failedTries } from './queries/failedTries'
export { allHouseholds, listBlacklist, personsOf } from './queries/householdLists'
export { getHousehold, type Household } from './queries/households'
export {
  commandsSoFar,
  countFacet,
  countListed,
  countSets,
  isCounted,
  isListed,
  facetValues,
  type ListFilter,
  type ListPage,
  type ListRange,
  type ListRequest,
  listRecords,
  walkRecords,
} from './queries/lists'
export { isOfSets, pageIds, readPage } from './queries/listFound'
export { findItemsFor, findReportsFor, listShelfCounts, startShelfCount } from './queries/lost'
export { findHouseholds, type HouseholdHit } from './queries/lookup'
export {
  type KeptMonth,
  type MonthEntry,
  monthEntries,
  monthReviewOf,
  monthToReview,
  monthViewOf,
  opensByItself,
} from './queries/monthReviews'
export { type KnownOfEstate, knownPeople } from './queries/knownPeople'
export { liveIn, type MonthFile, monthFilesOf } from './queries/monthFiles'
export type { FlowingTable } from './queries/monthView'
export { type MonthRecord, recordsIn } from './queries/monthSigning'
export { monthStatistics, spanStatistics } from './queries/monthStatistics'
export { findByNumber } from './queries/numbers'
export { numberOf, waitingByTable } from './queries/outbox'
export { checkMonthNow } from './queries/monthChecks'
export {
  countRange,
  facetRange,
  facetsBetween,
  type KeyRange,
  listRange,
  type ReadRange,
  readRange,
} from './queries/ranges'
export { getRecord, getRecords, type TimelineEntry, timelineOf } from './queries/records'
export { returnRound, returnRounds, roundProposal, type RoundView } from './queries/returnVisits'
export { savedFiltersOf } from './queries/savedFilters'
export {
  type PlanBooks,
  planBooks,
  planDeeds,
  yearTo,
} from './queries/servicePlan'
export { countWaitingScans, scansIn, scansOfBytes } from './queries/scans'
export {
  findByBareNumber,
  judgeScan,
  judgeSheet,
  type SheetFound,
  type SheetRecord,
  tableOfRegister,
} from './queries/sheets'
export { reportFacts } from './queries/reportFacts'
export { type WeekFigures, weekFigures } from './queries/weekFigures'
export { usersWithoutPin } from './queries/pins'
export { type LateRecord, lateRecords } from './queries/lateRecords'
export { type MonthVerdict, verifyMonth } from './queries/verifyMonth'
export { findSimilar, unitIdOf } from './queries/similar'
export {
  type MonthGoals,
  type MonthView,
  preferenceOf,
  privateNotesOf,
  visitGoals,
  visitMonths,
  visitMonthView,
  whomToVisit,
} from './queries/visits'
export * from './react'
export * from './replication'
export * from './replicationContext'
export type { Finding, SelfCheckReport } from './selfCheck/types'
export { MIN_FREE_BYTES } from './core/env'
export type { SearchAnswer, SearchHit, SearchRequest } from './search/searchIndex'
export type { LedgerReader } from './startup/recover'
export type { LedgerFacts, StartState } from './startup/openDatabase'
