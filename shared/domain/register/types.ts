import type { CivilDay, Instant } from '../../util/instant'
import type { Role } from '../office/types'
import type { Erasable } from '../privacy/types'
import type { Drawing, Pointer } from './drawing'

export type { CivilDay, Instant } from '../../util/instant'

/** Who acts. Commands take the actor from the session, never from a form. */
export interface Actor {
  userId: string
  name: string
  role: Role
}

/** Everything a rule may know of the world besides its record: no hidden clocks, ids or settings. */
export interface RuleContext {
  now: Instant
  actor: Actor
  newId: () => string
  settings: OfficeRules
}

/** The figures marked † in domain.md that rules read, and the holiday corrections of domain 3. */
export interface OfficeRules {
  /** Days within which a complaint is replied to (domain 5). */
  replyWithinDays: number
  /** Hours after completion within which the return visit is due (domain 5). */
  returnVisitWithinHours: number
  /** Days before the month is over at which a complaint is listed beforehand (domain 5). */
  escalationNoticeDays: number
  /** Holiday corrections: day → is it a working day? Wins over the package's calendar (domain 3). */
  workdayOverrides: Record<CivilDay, boolean>
  /** Months that a found item of at most 100 元 is kept by the house (domain 6). */
  lostSmallCustodyMonths: number
  /** Months for one of more than 100 元 (domain 6). */
  lostLargeCustodyMonths: number
  /** Whether exactly 100 元 is kept as long as more than that: 民法典 1259 says no (domain 6). */
  lostThresholdTakesLonger: boolean
  /** Working days after which a found item goes to the police; 0 where no local rule asks for it (domain 6). */
  lostPoliceWorkdays: number
  /** Hours after the event within which the first written report is due (domain 7). */
  incidentReportWithinHours: number
}

/** The one thing a record waits for next, in plain words through `duty.<kind>` of the locale. */
export interface Duty {
  kind: string
  dueAt: Instant
}

/** How a sheet left the app: the printer, a saved PDF, a batch, a blank form handed out, or signed on the screen. */
export const PRINT_WAYS = ['printer', 'pdf', 'batch', 'blank', 'screen'] as const
export type PrintWay = (typeof PRINT_WAYS)[number]

/** Who printed which version when. */
export interface PrintEvent {
  version: number
  at: Instant
  by: string
  way: PrintWay
  copies: number
}

/** 已签 or 拒签 (with its reason) on one print version (domain 10). */
export interface Signature {
  outcome: 'signed' | 'refused'
  /** Who signed, or would not. */
  by: string
  at: Instant
  /** 拒签 needs one; '' where it was signed. */
  reason: string
  /** The print version that bears it: a later print waits for its own. */
  version: number
  recordedBy: string
}

/** A signature drawn on the screen (domain 10): stands in the box of its role on every sheet with the same content. */
export interface ScreenSignature {
  /** Digest of the content that was signed. */
  digest: string
  /** 投诉人 */
  role: string
  by: string
  at: Instant
  pointer: Pointer
  /** The print version that it made. */
  version: number
  drawing: Drawing
}

/** 已归档: the scan of a print version. */
export interface Filing {
  attachmentId: string
  version: number
  at: Instant
  by: string
}

/** State of the paper of one form (domain 10). `printedDigest` is the content digest of the newest print. */
export interface PrintState {
  version: number
  printedAt: Instant
  printedBy: string
  printedDigest: string
  /** Every print, oldest first. */
  history: PrintEvent[]
  /** The newest signature, whatever version it stands on. */
  signature: Signature | null
  /** The newest scan. */
  filing: Filing | null
  /** Signatures drawn on the screen, oldest first; absent where there never was one. */
  drawn?: ScreenSignature[]
}

/** How two records belong together: 关联, 重复投诉 after a 不满意, 并案, the 回访 of a complaint, its 更正单. */
export const LINK_RELATIONS = ['related', 'repeat', 'joined', 'returnVisit', 'correction'] as const
export type LinkRelation = (typeof LINK_RELATIONS)[number]

/** 关联编号: a link to a record of any register, kept on both sides (domain 10). */
export interface RecordLink {
  /** Table of the other record, such as `complaints`. */
  table: string
  id: string
  number: string
  relation: LinkRelation
}

/** 作废: the number stays (domain 2). */
export interface Voided {
  reason: string
  at: Instant
  by: string
}

/** One step of a record's life: every step says who and when (domain 5). */
export interface Step<S extends string = string> {
  command: string
  at: Instant
  /** The name; '' where the record changed by itself. */
  by: string
  /** '' where the record changed by itself. */
  userId: string
  from: S | null
  to: S
  note?: string
}

/** The number of a record, given in the same transaction (domain 2). */
export interface GivenNumber {
  number: string
  year: number
  seq: number
}

/**
 * What every numbered record of every register carries. Fields called `…By` hold the person's name as it was
 * then (a print must not change when a user is renamed); ids stand in fields called `…UserId` and in the chain.
 */
export interface RegisterRecord extends Erasable {
  id: string
  register: string
  number: string
  /** Year and sequence of the number, for the gap report. */
  year: number
  seq: number
  /** Revision, raised by every command: a second window that saves an older one is refused. */
  rev: number
  state: string
  createdAt: Instant
  createdBy: string
  updatedAt: Instant
  /** What is due next, or null when nothing is. */
  duty: Duty | null
  /** By form: `complaintVisit`. */
  prints: Record<string, PrintState>
  links: RecordLink[]
  /** 附件, oldest first; voided ones stay in the list. */
  attachmentIds: string[]
}
