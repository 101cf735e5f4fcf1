import type { AuditDetail, AuditEntry } from '../../../shared/domain/audit/types'
import type { Correction } from '../../../shared/domain/correction/types'
import type { Complaint } from '../../../shared/domain/complaint/types'
import type { Dispute } from '../../../shared/domain/dispute/types'
import type {
  BlacklistEntry,
  CareFlag,
  Person,
  StandingInstruction,
  Unit,
  Vehicle,
} from '../../../shared/domain/household/types'
import type { LostItem } from '../../../shared/domain/lostItem/types'
import type { LostReport } from '../../../shared/domain/lostReport/types'
import type { Incident } from '../../../shared/domain/incident/types'
import type { MonthReview, MonthSeal } from '../../../shared/domain/monthReview/types'
import type { GuidanceEdit } from '../../../shared/domain/guidance/types'
import type { Phrase, SavedFilter } from '../../../shared/domain/office/phrase'
import type { Credential, Office, OfficeSettings, User } from '../../../shared/domain/office/types'
import type { Erasure, PersonRequest, RetentionHold } from '../../../shared/domain/privacy/types'
import type { Attachment } from '../../../shared/domain/register/attachment'
import type { ReturnRound, ReturnVisitRecord } from '../../../shared/domain/returnVisit/types'
import type { Scan } from '../../../shared/domain/scan/types'
import type { Visit, VisitPreference, VisitPrivateNotes } from '../../../shared/domain/visit/types'
import type { VisitMonth } from '../../../shared/domain/visitMonth/types'
import type { ShelfCount } from '../../../shared/domain/shelfCount/types'
import type { Draft } from '../../../shared/schema/draft'
import type { Vector } from '../../../shared/sync/vector'
import type { Agreed } from '../../../shared/sync/wire'

/** Settings are one row; its id is fixed. */
export const SETTINGS_ID = 'office'
export type SettingsRow = OfficeSettings & { id: typeof SETTINGS_ID }
export type CredentialRow = Credential & { id: string }

/** Tables whose rows are records: written by commands only, journaled, rebuilt by recovery. */
export interface RecordTables {
  office: Office
  settings: SettingsRow
  users: User
  credentials: CredentialRow
  units: Unit
  persons: Person
  vehicles: Vehicle
  careFlags: CareFlag
  instructions: StandingInstruction
  blacklist: BlacklistEntry
  complaints: Complaint
  incidents: Incident
  lostItems: LostItem
  lostReports: LostReport
  shelfCounts: ShelfCount
  attachments: Attachment
  scans: Scan
  visits: Visit
  visitNotes: VisitPrivateNotes
  visitPreferences: VisitPreference
  visitMonths: VisitMonth
  returnVisits: ReturnVisitRecord
  returnRounds: ReturnRound
  corrections: Correction
  monthReviews: MonthReview
  monthSeals: MonthSeal
  phrases: Phrase
  savedFilters: SavedFilter
  guidance: GuidanceEdit
  erasures: Erasure
  retentionHolds: RetentionHold
  personRequests: PersonRequest
  disputes: Dispute
}
export type RecordTable = keyof RecordTables

// An object, so that a table missing here is a compile error and not a table that recovery leaves out.
const NAMES: Record<RecordTable, true> = {
  office: true,
  settings: true,
  users: true,
  credentials: true,
  units: true,
  persons: true,
  vehicles: true,
  careFlags: true,
  instructions: true,
  blacklist: true,
  complaints: true,
  incidents: true,
  lostItems: true,
  lostReports: true,
  shelfCounts: true,
  attachments: true,
  scans: true,
  visits: true,
  visitNotes: true,
  visitPreferences: true,
  visitMonths: true,
  returnVisits: true,
  returnRounds: true,
  corrections: true,
  monthReviews: true,
  monthSeals: true,
  phrases: true,
  savedFilters: true,
  guidance: true,
  erasures: true,
  retentionHolds: true,
  personRequests: true,
  disputes: true,
}

/** Their names, for whatever goes through all of them: recovery, migration. */
export const RECORD_TABLES = Object.keys(NAMES) as RecordTable[]

const recordTables = new Set<string>(RECORD_TABLES)

/** Whether a table of a journal line holds records. */
export function isRecordTable(name: string): name is RecordTable {
  return recordTables.has(name)
}

/** An audit entry as stored: `refIds` is the index for a record's timeline. */
export type AuditRow = AuditEntry & { refIds: string[] }

export interface ChainState {
  seq: number
  digest: string
  /** Newest instant any command wrote, to notice a clock that jumped back (domain 3). */
  newestAt: string
}

/** Facts about this database, one row a fact. */
export interface MetaRow {
  /**
   * `rebuild`: how far a ledger that was lost has been written anew. `restoring`: it came from a backup and has no
   * ledger yet. `restored`: a `RestoredMark`. `sealing`: a `SealMark`. `replication`: a `ReplicationMark`.
   */
  key:
    | 'sealing'
    | 'replication'
    | 'dataVersion'
    | 'deviceId'
    | 'chain'
    | 'rebuild'
    | 'restoring'
    | 'restored'
    | 'clearErased'
  value: unknown
}

/** A record with changes that the server has not taken yet. Id: `complaints|<id>`. */
export interface OutboxRow {
  id: string
  table: string
  recordId: string
  /** Of this machine's chain: the newest command that wrote the record. */
  seq: number
  /** The newest commands of this machine, under each id it has had; absent in rows of older releases. */
  vector?: Vector
  /** The row that both sides agreed on last, before the first of these changes; null where there is none. */
  base?: Record<string, unknown> | null
  /** The server would not take it: it waits for somebody, or for the next change. */
  refused?: { reason: string; at: string }
}

/** One row a searchable thing. `facets` and `sortKey` let the search answer filtered lists by itself. */
export interface SearchDoc {
  id: string
  kind: string
  /** Id that groups several documents: the unit of a person or a vehicle. */
  parentId: string
  /** Folded text, fields separated by line breaks. */
  text: string
  facets: string[]
  sortKey: string
  /** Where it stands in its register's other orders. */
  orders?: Record<string, string>
}

/** Tables that commands maintain beside the records, all of them derivable or part of the chain. */
export interface CoreTables {
  meta: MetaRow
  numbers: { id: string; last: number }
  counters: { id: string; count: number }
  audit: AuditRow
  auditDetails: AuditDetail
  outbox: OutboxRow
  /** What was agreed on with the server, a record each; no rows where nothing was ever replicated. */
  agreed: Agreed
  pendingJournal: { seq: number; prev: string; digest: string; body: string }
  searchDocs: SearchDoc
  drafts: Draft
}

export type AllTables = RecordTables & CoreTables
export type AnyTable = keyof AllTables

/** Dexie store definitions. Few indexes: each one costs every insert (quality 2). */
export const STORES: Record<AnyTable, string> = {
  office: 'id',
  settings: 'id',
  users: 'id',
  credentials: 'id',
  // A code may stand on a voided unit too: the rule keeps it unique among the others.
  // By 状态: whom to visit next is asked of the occupied ones alone.
  units: 'id, code, status, *listKeys',
  persons: 'id, *unitIds',
  vehicles: 'id, unitId, plate',
  careFlags: 'id, unitId',
  instructions: 'id, unitId',
  blacklist: 'id, incidentDate',
  complaints: 'id, &number, *listKeys',
  incidents: 'id, &number, *listKeys',
  lostItems: 'id, &number, *listKeys',
  lostReports: 'id, &number, *listKeys',
  shelfCounts: 'id, startedAt',
  attachments: 'id, recordId, sha256',
  visits: 'id, &number, *listKeys',
  visitNotes: 'id',
  visitPreferences: 'id',
  visitMonths: 'id, &number, *listKeys',
  returnVisits: 'id, &number, *listKeys',
  returnRounds: 'id',
  corrections: 'id, &number, *listKeys',
  monthReviews: 'id, &number, *listKeys',
  monthSeals: 'id',
  // What came back on paper: the same bytes are known again, whichever file they stood in.
  scans: 'id, *sha256s, *listKeys',
  phrases: 'id, field',
  savedFilters: 'id, userId',
  guidance: 'id',
  erasures: 'id',
  retentionHolds: 'id',
  personRequests: 'id, *listKeys',
  disputes: 'id, recordId, *listKeys',
  meta: 'key',
  numbers: 'id',
  counters: 'id',
  // Chains of several machines stand beside each other.
  audit: '[deviceId+seq], *refIds',
  auditDetails: 'opId',
  outbox: 'id, seq',
  agreed: 'id',
  pendingJournal: 'seq',
  searchDocs: 'id',
  drafts: 'id, updatedAt',
}

/** Tables every command's transaction holds, besides those it names. */
export const CORE_TABLES: AnyTable[] = [
  'meta',
  'numbers',
  'counters',
  'audit',
  'auditDetails',
  'outbox',
  'agreed',
  'pendingJournal',
  'searchDocs',
  'drafts',
  'office',
  'settings',
  // Every write asks whether its month is locked (domain 12).
  'monthReviews',
]
