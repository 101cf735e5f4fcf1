import type { Instant } from '../../util/instant'

/**
 * A record behind a line of the checklist. `about` is what it is about, in its own words; `why` a word of the locale
 * (`monthChecks:why.notPrinted`) that says what is amiss with it. A finding about something that was not done at all (no
 * 盘点 this month) has no record: `id` and `number` are ''.
 */
export interface Finding {
  table: string
  id: string
  number: string
  about: string
  /** When it was due, or happened; null where no moment belongs to it. */
  at: Instant | null
  why: { word: string; params?: Record<string, string | number> } | null
  /** What the record itself says as reason (a late return visit); '' for nothing. */
  reason: string
}

/** How much a line weighs: `mend` wants mending or a reason before 审核, `look` is to be looked at, `info` is told. */
export type CheckWeight = 'mend' | 'look' | 'info'

/** One line of the checklist of domain 12. Words: `monthChecks:line.<key>`, what to do `monthChecks:do.<key>`. */
export interface CheckLine {
  /** `complaint.overAMonth`; lines of every register begin with `all.` */
  key: string
  weight: CheckWeight
  /** The records behind it, all of them. */
  findings: Finding[]
  /** For a line that measures: visits against the goal. */
  figure: { value: number; denominator: number; needed: number; reached: boolean | null } | null
}
