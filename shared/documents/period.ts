import { civilDayOf } from '../util/civilTime'
import type { Instant } from '../util/instant'

/** First and last day of what a list holds, in the words of the paper: `2026-11-01 至 2026-11-30`; '' where it holds none. */
export function periodOf(instants: readonly Instant[]): string {
  const days = instants.map(civilDayOf).sort()
  const [first = ''] = days
  const last = days.at(-1) ?? ''
  return first === last ? first : `${first} 至 ${last}`
}
