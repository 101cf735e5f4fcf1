import type { MonthId, Span } from '../../util/months'

/** What a figure counts, and so how it is written: `12 件`, `91.3 %（21/23）`, `3 天`, `2,999.99 元`. */
export type FigureUnit = 'count' | 'rate' | 'days' | 'hours' | 'yuan' | 'perHundred'

/**
 * One figure (domain 12). Its words are `statistics:figure.<key>` and its definition `statistics:define.<key>`; a rate
 * and a figure per hundred show numerator and denominator too, and an empty denominator prints 无.
 */
export interface Figure {
  /** `complaint.returnVisitInTime`: the register's name first. */
  key: string
  unit: FigureUnit
  /** Counts, days, hours, 元; of a rate its numerator. */
  value: number
  /** Only of a rate or a figure per hundred; and 0 of an average of nothing, so that it prints 无. Else null. */
  denominator: number | null
  /** What has to be reached, in percent; null without a target. `exceeds` where it must be more than that. */
  target: { percent: number; exceeds: boolean } | null
}

/** One line of a distribution: `name` is a word of the locale (`complaints:cause.fees`), or what somebody typed. */
export interface Slice {
  key: string
  name: { word: string } | { text: string }
  value: number
}

/** How something is spread: by cause, channel, severity, building, hour … Words `statistics:spread.<key>`. */
export interface Spread {
  /** `complaint.cause` */
  key: string
  /** In the order in which it is to be read; those of a closed list with zeros too. */
  slices: Slice[]
}

/**
 * 前期遗留 + 本月新增 = 应跟进; 应跟进 − 已完成 − 作废 (+ 更正调整) = 结转 (domain 12). `adjusted` is what 更正单 and late
 * changes moved since the month before was signed; 0 where it was not signed.
 */
export interface CarryOver {
  carriedIn: number
  adjusted: number
  added: number
  /** carriedIn + adjusted + added */
  due: number
  completed: number
  /** 作废 and 并案 of what was counted in an earlier month. */
  withdrawn: number
  carriedOut: number
}

/** Of a table that carries nothing over. */
export const NOTHING_CARRIED: CarryOver = {
  carriedIn: 0,
  adjusted: 0,
  added: 0,
  due: 0,
  completed: 0,
  withdrawn: 0,
  carriedOut: 0,
}

/** What one register says of a span. */
export interface RegisterFigures {
  /** Table of the register: `complaints`. */
  table: string
  carryOver: CarryOver | null
  figures: Figure[]
  spreads: Spread[]
}

/** Of all registers, in the order of the day. */
export interface SpanStatistics {
  span: Span
  /** Occupied households (自住+出租) at the end of it; null where nobody knows any more. */
  occupied: number | null
  registers: RegisterFigures[]
}

/** One month of the 12-month line of a register. */
export interface LinePoint {
  month: MonthId
  added: number
  completed: number
  carriedOut: number
}

/** 关键地点, 关键时间, 关键人物 (domain 12): for the supervisor only; never in the report or the package. */
export interface Hotspots {
  places: Slice[]
  /** 24 hours, 0 … 23. */
  hours: Slice[]
  /** Households with repeated matters: the unit's code, and how many. */
  households: { unitId: string; unitCode: string; count: number; records: { table: string; id: string }[] }[]
}

/** The statistics of a month, with what they are compared with. */
export interface MonthStatistics {
  month: MonthId
  now: SpanStatistics
  /** The month before; null where the office had no books yet. */
  before: SpanStatistics | null
  /** The same month of last year. */
  lastYear: SpanStatistics | null
  /** 12 months, the last is this one; one line a register that carries over. */
  lines: { table: string; points: LinePoint[] }[]
}
