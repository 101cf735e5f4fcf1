import type { IncidentKind } from '../incident/kinds'
import type { IncidentSeverity, IncidentState } from '../incident/types'
import type { CorrectionState } from '../correction/types'
import type { Instant } from '../../util/instant'

/** A matter that is still open at the end of the month: its number says which, and nothing says whose it is. */
export interface OpenMatter {
  /** Table of the register: `complaints`. */
  table: string
  number: string
  state: string
  since: Instant
  /** What it waits for, a word of its register's `duty`; '' for nothing. */
  duty: string
  dueAt: Instant | null
  overdue: boolean
  /** When it ended after all, between the end of the span and the report; null while it is open. */
  endedAt: Instant | null
}

/** An incident of the month; of one that is 限阅 the type and number only. */
export interface ReportedIncident {
  number: string
  kind: IncidentKind
  restricted: boolean
  occurredAt: Instant | null
  severity: IncidentSeverity | null
  state: IncidentState | null
  /** Whether 防止再发生的建议 is written: its words may name people. */
  hasPrevention: boolean
}

/** A 更正单 of the month: which record of which month it changes. */
export interface ReportedCorrection {
  number: string
  /** Number of the record. */
  target: string
  month: string
  state: CorrectionState
  voids: boolean
  reason: string
  appliedAt: Instant | null
}

/** What the 月报 lists besides its figures, kept with the seal, so that a signed month always prints the same. */
export interface ReportFacts {
  open: OpenMatter[]
  incidents: ReportedIncident[]
  corrections: ReportedCorrection[]
}
