import {
  DOORSTEP_FACET,
  type Goal,
  IN_MONTH_FACET,
  MONTH_FACET,
  type MonthId,
  monthGoal,
  OPINION_FACET,
  yearGoal,
} from '../../../shared/domain/visit'
import { KEY_SEPARATOR } from '../core/rowTraits'
import { facetRange, facetsBetween, type KeyRange } from './ranges'

/** How keys are read: from the database by a query, or inside a command's transaction. */
export type ReadKeys = (range: KeyRange) => Promise<string[]>

/** Closes a range of units. */
const END = '\uffff'

/** Visits of a month that took place. */
export function inMonth(month: MonthId): KeyRange {
  return facetRange(IN_MONTH_FACET + month)
}

/** Visits of a month without 接待员意见. */
export function withoutOpinion(month: MonthId): KeyRange {
  return facetRange(OPINION_FACET + month)
}

/** The unit that a key `<kind><when>:<unit>␁…` names. */
export function unitOfKey(key: string): string {
  const facet = key.slice(0, key.indexOf(KEY_SEPARATOR))
  return facet.slice(facet.lastIndexOf(':') + 1)
}

/**
 * The month's goal, and the year's up to the end of that month (domain 8): distinct households by index keys alone.
 * @param occupied the denominator: the month-end's snapshot, or the present count while the month runs.
 */
export async function goalsOf(
  keys: ReadKeys,
  month: MonthId,
  occupied: number,
): Promise<{ month: Goal; year: Goal }> {
  const visited = await keys(facetsBetween(MONTH_FACET, `${month}:`, `${month}:${END}`))
  const year = month.slice(0, 4)
  const doorstep = await keys(facetsBetween(DOORSTEP_FACET, `${year}-01:`, `${month}:${END}`))
  return {
    month: monthGoal(new Set(visited.map(unitOfKey)).size, occupied),
    year: yearGoal(new Set(doorstep.map(unitOfKey)).size, occupied),
  }
}
