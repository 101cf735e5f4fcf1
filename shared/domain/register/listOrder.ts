import { msOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import type { RegisterRecord } from './types'

/** Later than any deadline: records that wait for nothing come last. */
const NEVER = '9999-12-31T23:59:59.999Z'

/** Past every instant that can be subtracted from it, ms: 13 digits, so that texts sort as numbers do. */
const FAR = 9_999_999_999_999

/** What stands after every deadline and every instant. */
const AFTER_ALL = '~'

/** Sort key: the latest `at` first, then by `key`. */
export function latestFirst(at: Instant, key: string): string {
  return `${FAR - msOf(at)}|${key}`
}

/** Sort key of what has ended: after everything open, the latest ended first. */
export function endedOrder(endedAt: Instant, key: string): string {
  return `${AFTER_ALL}${latestFirst(endedAt, key)}`
}

/** Sort key of what is open: the soonest due first, what waits for nothing last. Overdue is a range of it. */
export function dueOrder(dueAt: Instant | null | undefined, key: string): string {
  return `${dueAt ?? NEVER}|${key}`
}

/**
 * Order of a register's list (ui, "List"): what is due next first, then by number; ended records after all open ones,
 * the latest ended first. `endedAt`: null of what is open.
 */
export function listOrder(
  { number, duty }: Pick<RegisterRecord, 'number' | 'duty'>,
  endedAt: Instant | null | undefined,
): string {
  return endedAt ? endedOrder(endedAt, number) : dueOrder(duty?.dueAt, number)
}

/** The sort key of what ended at `at` or later, as of whatever is open, is smaller than this. */
export function endedSince(at: Instant): string {
  return endedOrder(at, '\uffff')
}
