import type { MonthFacts } from '../domain/month/facts'
import { BESIDE, type IsLocked } from '../domain/month/lock'
import { withoutNothing } from '../domain/monthReview/seal'
import { canonicalJson } from '../util/canonicalJson'
import type { Instant } from '../util/instant'
import { monthOf } from '../util/months'
import { valueAt, withValueAt } from '../util/paths'
import { correctionsOf } from './merge/locked'
import type { Frozen, Row } from './wire'

/**
 * What signed months keep of a record, as `objectionToWrite` says it (domain 12): two versions that a lock lets stand for
 * each other give the same, others do not. Canonical JSON, sealed fields among it: only to be digested with a key. Null
 * where no locked month keeps anything. A moment that is dated into a locked month beside a record's begin and end is
 * no part of it: the lock itself refuses that.
 * @param withheld fields of which the server, and so another machine, may know nothing.
 */
export function frozenTextOf(
  facts: MonthFacts<Row>,
  row: Row,
  isLocked: IsLocked,
  withheld: readonly string[] = [],
): Frozen | null {
  const [begunAt, endedAt] = [facts.begunAt(row), facts.endedAt(row)]
  const begun = isIn(begunAt, isLocked) ? fixedPart(facts, row, withheld) : null
  const ended = isIn(endedAt, isLocked) ? wholePart(facts, row, withheld) : null
  return begun === null && ended === null ? null : { begun, ended }
}

/** The same as a document carries it. @param digest keyed, so that nobody without the office's key can guess at it. */
export function frozenOf(
  facts: MonthFacts<Row>,
  row: Row,
  isLocked: IsLocked,
  digest: (text: string) => string,
  withheld: readonly string[] = [],
): Frozen | null {
  const text = frozenTextOf(facts, row, isLocked, withheld)
  if (!text) return null
  const digested = (part: string | null) => (part === null ? null : digest(part))
  return { begun: digested(text.begun), ended: digested(text.ended) }
}

/** The newest 更正单 that changed a record, for its document; null where there is none. */
export function newestCorrectionOf(row: Row): string | null {
  return correctionsOf(row).at(-1) ?? null
}

function isIn(at: Instant | null, isLocked: IsLocked): boolean {
  return at !== null && isLocked(monthOf(at))
}

/** What came in, and whether it is void. */
function fixedPart(facts: MonthFacts<Row>, row: Row, withheld: readonly string[]): string {
  const kept = new Set<string>([...facts.fixed, 'void'])
  let part = pick(row, (field) => kept.has(field) && !withheld.includes(field))
  for (const path of facts.grows ?? []) {
    if (valueAt(part, path) !== undefined) part = withValueAt(part, path, null)
  }
  return canonicalJson(withoutNothing(part))
}

/** All but its paper, its links, its scans, and what may still grow. */
function wholePart(facts: MonthFacts<Row>, row: Row, withheld: readonly string[]): string {
  const free = new Set<string>([...BESIDE, ...(facts.later ?? []), ...withheld])
  return canonicalJson(withoutNothing(pick(row, (field) => !free.has(field))))
}

function pick(row: Row, isKept: (field: string) => boolean): Row {
  return Object.fromEntries(Object.entries(row).filter(([field]) => isKept(field)))
}
