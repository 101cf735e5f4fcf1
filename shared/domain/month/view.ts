import type { Instant } from '../../util/instant'
import type { MonthId, Span } from '../../util/months'
import type { Complaint } from '../complaint/types'
import type { Correction } from '../correction/types'
import type { Incident } from '../incident/types'
import type { LostItem } from '../lostItem/types'
import type { LostReport } from '../lostReport/types'
import type { GapReport } from '../numbering/gapReport'
import type { OfficeRules } from '../register/types'
import type { ReturnRound, ReturnVisitRecord } from '../returnVisit/types'
import type { ShelfCount } from '../shelfCount/types'
import type { Goal } from '../visit/goals'
import type { Visit } from '../visit/types'
import type { VisitMonth } from '../visitMonth/types'
import type { CheckLine } from './check'
import type { CarryOver, RegisterFigures } from './statistics'

/** Rows that a review reads, by table: of a register those that were open at some moment of the span. */
export interface MonthRows {
  complaints: Complaint
  incidents: Incident
  lostItems: LostItem
  lostReports: LostReport
  visits: Visit
  returnVisits: ReturnVisitRecord
  corrections: Correction
  shelfCounts: ShelfCount
  visitMonths: VisitMonth
  returnRounds: ReturnRound
}
export type MonthTable = keyof MonthRows

/** Everything that figures, and the checks of a register, may know of a span: no clock, no database. */
export interface MonthView {
  span: Span
  /** The month, or null for a week. */
  month: MonthId | null
  now: Instant
  rules: OfficeRules
  rowsOf: <K extends MonthTable>(table: K) => readonly MonthRows[K][]
  /** What the index counted of a register: 新增, 已完成 and 前期遗留 of the span; null for tables that carry nothing over. */
  carryOverOf: (table: MonthTable) => CarryOver | null
  /** Occupied households at the end of the span; null where nobody knows any more. */
  occupied: number | null
  /** Visits against month's and year's goal (domain 8); null for a week. */
  goals: { month: Goal; year: Goal } | null
  /** 楼栋 of a unit; '' where it is not known. */
  buildingOf: (unitId: string | null) => string
}

/** What the checklist knows besides: every number of the year, which no figure asks for. */
export interface ReviewView extends MonthView {
  gaps: GapReport
}

/** What a register gives to the review: one entry a register in `registers.ts`, and none of the others know of it. */
export interface RegisterMonth {
  table: MonthTable
  figures: (view: MonthView) => RegisterFigures
  checks: (view: MonthView) => CheckLine[]
}
