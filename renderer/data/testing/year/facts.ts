import type { Moment } from './calendar'

/** A household: its door number, and 自住/出租/空置/未售 at the beginning of the year. */
export interface UnitFact {
  code: string
  building: string
  status: UnitStatusFact
}
export type UnitStatusFact = 'ownerOccupied' | 'let' | 'vacant' | 'unsold'

/** What happened to one complaint; null where it never did. */
export interface ComplaintFact {
  key: string
  /** 登记时间, and when it was typed. */
  at: Moment
  typedAt: Moment
  channel: string
  /** Door number; null for a 匿名 one who left no trace. */
  unit: string | null
  /** 留号: the number was given before, and the sheet filled in at `typedAt`. */
  reservedAt: Moment | null
  judged: { at: Moment; nature: string; severity: string; cause: string } | null
  assignedAt: Moment | null
  suspended: { at: Moment; until: Moment | null } | null
  /** 完成时间, and when it was typed. */
  completed: { at: Moment; typedAt: Moment } | null
  answeredAt: Moment | null
  visits: { at: Moment; outcome: string }[]
  givenUpAt: Moment | null
  /** 关闭 by a person; a 不满意 closes by itself. */
  closedAt: Moment | null
  voidAt: Moment | null
  joined: { at: Moment; into: string } | null
  /** The complaint whose 不满意 opened it. */
  repeatOf: string | null
  /** The morning after its month was over. */
  escalatedAt: Moment | null
}

/** 回访 of its own: free, of a suggestion or of a repair. */
export interface CallFact {
  key: string
  at: Moment
  typedAt: Moment
  unit: string
  source: string
  grade: string
  voidAt: Moment | null
  /** It calls the household of a 季度回访: `2025-Q1`. */
  round: string
}

export interface RoundFact {
  id: string
  at: Moment
  /** Door numbers on the list, and those that are not called. */
  units: string[]
  skipped: string[]
}

export interface IncidentFact {
  key: string
  /** When it happened, when it was registered; a reserved sheet is registered when it is filled in. */
  occurredAt: Moment
  at: Moment
  reservedAt: Moment | null
  kind: string
  severity: string | null
  personHurt: boolean
  injuries: number
  /** 元; null for one whose amount nobody knows. */
  losses: (number | null)[]
  compensations: { outcome: string; amount: number | null }[]
  submittedAt: Moment | null
  verifiedAt: Moment | null
  approvedAt: Moment | null
  archivedAt: Moment | null
  voidAt: Moment | null
}

export interface FoundFact {
  key: string
  /** 上交时间, and when it was typed. */
  at: Moment
  typedAt: Moment
  /** 分; null where only the band was judged. */
  fen: number | null
  band: string
  publishedAt: Moment | null
  expiredAt: Moment | null
  decided: { at: Moment; outcome: 'handOver' | 'dispose' } | null
  claimedAt: Moment | null
  handedOverAt: Moment | null
  disposedAt: Moment | null
  voidAt: Moment | null
  /** The 寻物登记 that its claim answers. */
  answers: string | null
}

export interface LostFact {
  key: string
  at: Moment
  typedAt: Moment
  foundAt: Moment | null
  closedAt: Moment | null
  voidAt: Moment | null
}

export interface VisitFact {
  key: string
  at: Moment
  typedAt: Moment
  unit: string
  way: string
  /** What was said, by part; 无 is nothing. */
  said: Record<string, string>
  opinionAt: Moment | null
  feedback: { needed: boolean; at: Moment | null }
  /** 拒签 on the first print; with a second print that was signed it does not count any more. */
  paper: { at: Moment; refused: boolean; againAt: Moment | null } | null
  closedAt: Moment | null
  voidAt: Moment | null
}

/** What the office does at the turn of a month with the visits of the month before. */
export interface VisitMonthFact {
  month: string
  submittedAt: Moment | null
  decidedAt: Moment | null
  /** Suggestions of this part are 不采纳, the others 采纳. */
  refusedPart: string
}

/** 更正单 of a locked month's complaint. */
export interface CorrectionFact {
  key: string
  at: Moment
  complaint: string
  cause: string
  verifiedAt: Moment | null
  appliedAt: Moment | null
  rejectedAt: Moment | null
  voidAt: Moment | null
}

/** The whole year as plain facts: what the app is told, and what the independent script reckons from. */
export interface YearFacts {
  from: Moment
  now: Moment
  units: UnitFact[]
  moves: { at: Moment; unit: string; status: UnitStatusFact }[]
  complaints: ComplaintFact[]
  /** 留号 that nobody ever filled in, by when they were given out. */
  blanks: Moment[]
  calls: CallFact[]
  rounds: RoundFact[]
  incidents: IncidentFact[]
  found: FoundFact[]
  lost: LostFact[]
  visits: VisitFact[]
  /** 预约 that were never made. */
  planned: { at: Moment; unit: string }[]
  visitMonths: VisitMonthFact[]
  /** 盘点: when it was done. */
  shelfCounts: Moment[]
  /** The month that is locked, when, and the 更正单 of it. */
  locked: { month: string; at: Moment }
  corrections: CorrectionFact[]
}
