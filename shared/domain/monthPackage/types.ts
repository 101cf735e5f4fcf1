import type { MonthFacts } from '../month/facts'
import type { CarryOver, FigureUnit, LinePoint } from '../month/statistics'
import type { MonthRows, MonthTable } from '../month/view'
import type { CivilDay, Instant } from '../../util/instant'
import type { MonthId } from '../../util/months'

/** Free texts that may go along where the supervisor ticks them: 总结评价, 处理措施, 原因分析, 防止再发生的建议, 改进建议. */
export const PACKAGE_TEXTS = ['summary', 'measures', 'causeAnalysis', 'prevention', 'suggestion'] as const
export type PackageText = (typeof PACKAGE_TEXTS)[number]

/**
 * A field of a record that may leave the office as it is, for it can name nobody (domain 12, 13): a word of a closed
 * list, a number, yes or no, a day. What is not written down here stays. Heads: `monthFiles:column.<key>`.
 */
export type PackageColumn<R> =
  /** Its words are `<words>.<value>`; a value outside the list is left out. */
  | {
      kind: 'word'
      key: string
      list: readonly string[]
      words: string
      of: (record: R) => string | null | undefined
    }
  /** Counts, hours, days or 元. */
  | { kind: 'number'; key: string; of: (record: R) => number | null | undefined }
  | { kind: 'yesNo'; key: string; of: (record: R) => boolean | null }
  | { kind: 'day'; key: string; of: (record: R) => Instant | CivilDay | null | undefined }

/** What a register gives to the package for head office: one entry a register in `registers.ts`. */
export interface RegisterPackage<R> {
  table: MonthTable
  facts: MonthFacts<R>
  columns: readonly PackageColumn<R>[]
  texts: Partial<Record<PackageText, (record: R) => string>>
  /** What of a record may name people, where it is not all of it: a thing that was found has a name too. */
  people?: (record: R) => unknown
}

/** One of any register: which records it is for its table says. */
export type AnyRegisterPackage = {
  [K in MonthTable]: RegisterPackage<MonthRows[K]> & { table: K }
}[MonthTable]

/** What may stand in a row: a key of a closed list, a number, yes or no, a day; null for nothing. */
export type PackageValue = string | number | boolean | null

export interface PackageRow {
  /** 编号; '' where it is none of domain 2. */
  number: string
  values: Record<string, PackageValue>
  texts: Partial<Record<PackageText, string>>
}

export interface PackageFigure {
  key: string
  unit: FigureUnit
  value: number
  denominator: number | null
  target: { percent: number; exceeds: boolean } | null
  before: { value: number; denominator: number | null } | null
  lastYear: { value: number; denominator: number | null } | null
}

/** `name` is a word of the locale, or of a building what it is called. */
export interface PackageSpread {
  key: string
  slices: { name: { word: string } | { text: string }; value: number }[]
}

export interface PackageRegister {
  table: string
  carryOver: CarryOver | null
  figures: PackageFigure[]
  spreads: PackageSpread[]
  /** 12 months; none where nothing is carried over. */
  line: LinePoint[]
  rows: PackageRow[]
}

/**
 * What head office gets of a month (domain 12): the statistics, and of each record what cannot name anybody. The office
 * is named, for it is whom head office asks; whoever made it is not.
 */
export interface MonthPackage {
  format: 'front-desk.month'
  version: 1
  month: MonthId
  /** 小区 and 管理处. */
  estate: string
  office: string
  review: { state: string; digest: string }
  occupied: number | null
  registers: PackageRegister[]
  /** 改进建议 of the review. */
  suggestions: string[]
}
