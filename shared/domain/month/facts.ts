import type { Instant } from '../../util/instant'
import { isWithin, monthOf, type Span } from '../../util/months'

/**
 * What the review of a month needs to know of a register's records (domain 12): when a matter came in and when it ended.
 * One such description a register stands in its traits; the month's lists, the carry-over and the lock go by it.
 */
export interface MonthFacts<R> {
  /** When the matter came in, by which it counts as 新增; null while only its number is reserved. */
  begunAt: (record: R) => Instant | null
  /** When the record ended (结案, 作废, 离库 …); null while it is open. */
  endedAt: (record: R) => Instant | null
  /** It ended without being dealt with: 作废, 并案. */
  isWithdrawn?: (record: R) => boolean
  /** It goes on with a matter that another record brought in (重复投诉: the pair counts once, domain 5). */
  isSequel?: (record: R) => boolean
  /** It ended, but another record goes on with its matter. */
  hasSequel?: (record: R) => boolean
  /** Fields that stand once the month in which the record began is locked, though the matter goes on. */
  fixed: readonly (keyof R & string)[]
  /** Paths within them that the matter itself may still change: 有财产损失或人员受伤, which the next person with it tells. */
  grows?: readonly string[]
  /** Fields that may still grow after the record ended in a locked month: 补充. */
  later?: readonly (keyof R & string)[]
  /** The moments by which figures count, besides begin and end: none may be put into a locked month. */
  dated?: (record: R) => readonly (Instant | null | undefined)[]
}

/** A matter counted by nobody: one that came and was withdrawn within the same month. */
function neverCounted<R>(facts: MonthFacts<R>, record: R): boolean {
  const [begun, ended] = [facts.begunAt(record), facts.endedAt(record)]
  if (!begun || !ended || !facts.isWithdrawn?.(record)) return false
  return monthOf(begun) === monthOf(ended)
}

/** 本月新增: the record brought in a matter that counts. */
export function countsAsNew<R>(facts: MonthFacts<R>, record: R): boolean {
  return facts.begunAt(record) !== null && !facts.isSequel?.(record) && !neverCounted(facts, record)
}

/**
 * The record's end is the end of its matter: every matter that counts as new ends exactly once, so that carry-over adds
 * up over any months (domain 12). A withdrawn sequel ends the matter it went on with.
 */
export function countsAsDone<R>(facts: MonthFacts<R>, record: R): boolean {
  if (facts.endedAt(record) === null || facts.begunAt(record) === null || facts.hasSequel?.(record))
    return false
  return facts.isSequel?.(record) === true || !neverCounted(facts, record)
}

/** Whether the record was open at some moment of the span. */
export function isLiveDuring<R>(facts: MonthFacts<R>, record: R, { from, until }: Span): boolean {
  const [begun, ended] = [facts.begunAt(record), facts.endedAt(record)]
  return begun !== null && begun < until && (ended === null || ended >= from)
}

/**
 * Whether the record was open at a moment, that moment excluded: 结转 goes by the end of its month. One that nobody
 * counts never was, or a week's 结转 would hold what its month does not.
 */
export function isOpenAt<R>(facts: MonthFacts<R>, record: R, at: Instant): boolean {
  const [begun, ended] = [facts.begunAt(record), facts.endedAt(record)]
  if (begun === null || begun >= at || (ended !== null && ended < at)) return false
  return facts.isSequel?.(record) === true || !neverCounted(facts, record)
}

/** Whether the record came in within the span, counted or not. */
export function begunWithin<R>(facts: MonthFacts<R>, record: R, span: Span): boolean {
  return isWithin(facts.begunAt(record), span)
}

/** Whether the record ended within the span. */
export function endedWithin<R>(facts: MonthFacts<R>, record: R, span: Span): boolean {
  return isWithin(facts.endedAt(record), span)
}
