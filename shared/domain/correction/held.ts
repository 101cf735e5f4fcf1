import { type MonthId, monthOf } from '../../util/months'
import type { MonthFacts } from '../month/facts'
import { fieldOf, fixes, type IsLocked } from '../month/lock'

/** What a locked month holds of a record. */
export interface Held {
  /** The month of the record that is locked. */
  month: MonthId
  /** Whether a field stands, by its path; what does not is corrected in the record itself. */
  holds: (path: string) => boolean
}

/**
 * What of a record only a 更正单 can change (domain 12): of one that ended in a locked month everything but what may
 * still grow; of one that only began in it what came in. Null where no month of it is locked.
 */
export function heldOf<R extends object>(facts: MonthFacts<R>, record: R, isLocked: IsLocked): Held | null {
  const [begun, ended] = [facts.begunAt(record), facts.endedAt(record)]
  if (ended && isLocked(monthOf(ended))) {
    const later: readonly string[] = facts.later ?? []
    return { month: monthOf(ended), holds: (path) => !later.includes(fieldOf(path)) }
  }
  if (!begun || !isLocked(monthOf(begun))) return null
  return { month: monthOf(begun), holds: (path) => fixes(facts, path) }
}
