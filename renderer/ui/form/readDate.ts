import { instantOf, isCivilDay } from '../../../shared/util/civilTime'
import type { CivilDay, Instant } from '../../../shared/util/instant'

/** A typed day as a civil day; null when it is not understood. */
export function readDay(text: string, _now: Instant): CivilDay | null {
  return isCivilDay(text.trim()) ? text.trim() : null
}

/** A typed day and time as an instant; null when it is not understood. */
export function readDateTime(text: string, now: Instant): Instant | null {
  const [dayText = '', time = ''] = text.trim().split(/\s+/)
  const day = readDay(dayText, now)
  return day && /^\d{2}:\d{2}$/.test(time) ? instantOf(day, time) : null
}
