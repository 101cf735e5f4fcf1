import type { CivilDay, Instant } from '../../util/instant'
import type { Role } from '../office/types'

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
}

/** The one thing a record waits for next, in plain words through `duty.<kind>` of the locale. */
export interface Duty {
  kind: string
  dueAt: Instant
}

/** State of the paper (domain 10). `printedDigest` is the content digest of the newest print. */
export interface PrintState {
  version: number
  printedAt: Instant
  printedBy: string
  printedDigest: string
}

/**
 * What every numbered record of every register carries. Fields called `…By` hold the person's name as it was
 * then (a print must not change when a user is renamed); ids stand in fields called `…UserId` and in the chain.
 */
export interface RegisterRecord {
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
  prints: Record<string, PrintState>
}
