import { civilDayOf, endOfCivilDay, shiftDay } from '../../util/civilTime'
import type { Instant } from '../../util/instant'

/** 补录 of a blank form is due at the end of the day after its number was given, in every register. */
export function fillInDue(record: { createdAt: Instant }): Instant {
  return endOfCivilDay(shiftDay(civilDayOf(record.createdAt), 1))
}
