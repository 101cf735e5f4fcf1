import { civilDayOf, shiftDay } from '../../util/civilTime'
import type { Span } from '../../util/months'

/** `2026-11-16 至 2026-11-22`: which week a sheet is of, also where its print is noted. */
export function weekWords({ from, until }: Span): string {
  return `${civilDayOf(from)} 至 ${shiftDay(civilDayOf(until), -1)}`
}
