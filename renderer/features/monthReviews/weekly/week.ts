import { civilDayOf, shiftDay } from '../../../../shared/util/civilTime'
import type { CivilDay, Instant } from '../../../../shared/util/instant'
import { lastDayOf, type MonthId, monthOf, weekSpan } from '../../../../shared/util/months'

/** Monday of the week that holds a day: by it a week is known. */
export function weekOf(day: CivilDay): CivilDay {
  return civilDayOf(weekSpan(day).from)
}

/** The week that a month's screen opens: of a running month the one that runs, else its last. */
export function firstWeekShown(month: MonthId, now: Instant): CivilDay {
  return weekOf(monthOf(now) === month ? civilDayOf(now) : lastDayOf(month))
}

/** The week so many later; null for one that has not begun. */
export function weekAfter(week: CivilDay, weeks: number, now: Instant): CivilDay | null {
  const next = shiftDay(week, 7 * weeks)
  return next > civilDayOf(now) ? null : next
}
