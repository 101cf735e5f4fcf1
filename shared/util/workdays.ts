import calendar from 'chinese-days/dist/chinese-days.json'
import type { CivilDay } from './instant'

/** Is this civil day a working day of the estate's office? */
export type Workdays = (day: CivilDay) => boolean

// Only the package's table is taken, not its code: 3 KB compressed instead of the lunar calendar and its dates in
// the machine's own zone. The table is the published arrangement of the State Council, year by year.
const holidays: Readonly<Record<string, string>> = calendar.holidays
const makeUpDays: Readonly<Record<string, string>> = calendar.workdays
const knownYears = new Set(
  [...Object.keys(holidays), ...Object.keys(makeUpDays)].map((day) => day.slice(0, 4)),
)

// 全国年节及纪念日放假办法 (2024): holidays with a fixed date are free even before a year's arrangement is published.
const FIXED_HOLIDAYS = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'])

/** False for years whose arrangement the package does not hold yet: then weekends, fixed dates and corrections count. */
export function calendarKnows(year: number): boolean {
  return knownYears.has(String(year))
}

/**
 * Chinese working days: public holidays and make-up working days of the package, weekends otherwise (domain 3).
 * @param overrides corrections from settings, day → is it worked? They win over everything.
 */
export function workdaysWith(overrides: Readonly<Record<CivilDay, boolean>> = {}): Workdays {
  return (day) => overrides[day] ?? isWorkday(day)
}

function isWorkday(day: CivilDay): boolean {
  if (Object.hasOwn(makeUpDays, day)) return true
  if (Object.hasOwn(holidays, day)) return false
  if (!knownYears.has(day.slice(0, 4)) && FIXED_HOLIDAYS.has(day.slice(5))) return false
  return !isWeekend(day)
}

function isWeekend(day: CivilDay): boolean {
  // Midnight in UTC of the same date has the same day of the week: no zone is involved.
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}
