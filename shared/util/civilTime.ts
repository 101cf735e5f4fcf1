// By function, not by class: the first screen loads half as much of the calendar.
import { getISO } from 'temporal-polyfill/fns/Calendar'
import * as InstantOf from 'temporal-polyfill/fns/Instant'
import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import * as PlainTime from 'temporal-polyfill/fns/PlainTime'
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime'
import type { CivilDay, Instant } from './instant'
import type { Workdays } from './workdays'

/** Estate time, whatever the machine is set to (domain 3). */
export const ESTATE_ZONE = 'Asia/Shanghai'

/** A period of law or of the house: exactly one unit. */
export type Period = { hours: number } | { days: number } | { months: number } | { years: number }

/** A day of the calendar that law and forms know; throws where the text is none. */
function calendarDay(day: CivilDay): PlainDate.Record {
  return PlainDate.fromString(day, getISO)
}

/** Epoch milliseconds → Instant. */
export function instantFromMs(ms: number): Instant {
  return new Date(ms).toISOString()
}

/** Instant → epoch milliseconds. */
export function msOf(instant: Instant): number {
  return Date.parse(instant)
}

/**
 * Wall-clock time of the estate as ISO text: `2026-11-21T09:30:00.000`. The calendar gives the zone's offset, the rest
 * is arithmetic: lists write hundreds of these.
 */
function wallClock(instant: Instant): string {
  const ms = msOf(instant)
  return instantFromMs(ms + offsetAt(ms)).slice(0, -1)
}

const HOUR_MS = 3_600_000
/** Hours whose offset is remembered: replication asks for the months of thousands of records. */
const MOST_HOURS = 10_000
const offsets = new Map<number, number>()

/** The zone's offset, ms. Since 1970 it changed at full hours only. */
function offsetAt(ms: number): number {
  const hour = Math.floor(ms / HOUR_MS)
  const known = ms < 0 ? undefined : offsets.get(hour)
  if (known !== undefined) return known
  const zoned = InstantOf.toZonedDateTimeISO(InstantOf.fromEpochMilliseconds(ms), ESTATE_ZONE)
  const offset = ZonedDateTime.offsetNanoseconds(zoned) / 1_000_000
  if (offsets.size >= MOST_HOURS) offsets.clear()
  if (ms >= 0) offsets.set(hour, offset)
  return offset
}

/** The estate's civil day of an instant: `2026-11-21`. */
export function civilDayOf(instant: Instant): CivilDay {
  return wallClock(instant).slice(0, 10)
}

/** The estate's wall-clock time of an instant: `09:30`. */
export function civilTimeOf(instant: Instant): string {
  return wallClock(instant).slice(11, 16)
}

/** The estate's day and time: `2026-11-21 09:30`. */
export function formatCivil(instant: Instant): string {
  return wallClock(instant).slice(0, 16).replace('T', ' ')
}

/** The civil year of an instant: the year of a number (domain 2). */
export function estateYear(instant: Instant): number {
  return Number(wallClock(instant).slice(0, 4))
}

/** Civil day and wall-clock time (`HH:mm`, midnight when left out) → Instant. */
export function instantOf(day: CivilDay, time = '00:00'): Instant {
  const wall = PlainDate.toZonedDateTime(calendarDay(day), {
    timeZone: ESTATE_ZONE,
    plainTime: PlainTime.fromString(time),
  })
  return instantFromMs(wall.epochMilliseconds)
}

/** 24:00 of a civil day, as its last millisecond: the day is named by it, and `now > end` means too late. */
export function endOfCivilDay(day: CivilDay): Instant {
  const known = ends.get(day)
  if (known !== undefined) return known
  const end = instantFromMs(msOf(instantOf(shiftDay(day, 1))) - 1)
  if (ends.size >= MOST_ENDS) ends.clear()
  ends.set(day, end)
  return end
}

/** Days whose end is remembered: the deadlines of a day's records fall on the same few. */
const MOST_ENDS = 2_000
const ends = new Map<CivilDay, Instant>()

/** True where the text is a day of the calendar in the form `YYYY-MM-DD`. */
export function isCivilDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = text.split('-').map(Number)
  if (!year || !month || !day || month > 12) return false
  return day <= PlainDate.daysInMonth(calendarDay(`${text.slice(0, 8)}01`))
}

/** The civil day `days` later (earlier when negative). */
export function shiftDay(day: CivilDay, days: number): CivilDay {
  return PlainDate.toString(PlainDate.addDays(calendarDay(day), days))
}

/** The corresponding day `months` later, the month's last day where there is none (民法典 202). */
export function shiftMonth(day: CivilDay, months: number): CivilDay {
  return PlainDate.toString(PlainDate.addMonths(calendarDay(day), months))
}

/** Days from one civil day to another; negative when `to` is earlier. */
export function daysBetween(from: CivilDay, to: CivilDay): number {
  return PlainDate.diffDays(calendarDay(from), calendarDay(to))
}

/** 1 (Monday) … 7 (Sunday). */
export function weekdayOf(day: CivilDay): number {
  return PlainDate.dayOfWeek(calendarDay(day))
}

/** End of a period in days: the start day is not counted, 24:00 of the last day (民法典 201, 203). */
export function addCivilDays(from: Instant, days: number): Instant {
  return endOfCivilDay(shiftDay(civilDayOf(from), days))
}

/** End of a period in months: the corresponding day, else the month's last; 24:00 of it (民法典 201–203). */
export function addCivilMonths(from: Instant, months: number): Instant {
  return endOfCivilDay(shiftMonth(civilDayOf(from), months))
}

/** End of a period in years, as twelve months each. */
export function addCivilYears(from: Instant, years: number): Instant {
  return addCivilMonths(from, years * 12)
}

/** End of a period in hours: runs from the moment, holidays included (民法典 201). */
export function addHours(from: Instant, hours: number): Instant {
  return instantFromMs(msOf(from) + hours * 3_600_000)
}

/** End of a period of the house: counted as the law counts, but no holiday moves it (domain 3). */
export function periodEnd(from: Instant, period: Period): Instant {
  if ('hours' in period) return addHours(from, period.hours)
  if ('days' in period) return addCivilDays(from, period.days)
  if ('months' in period) return addCivilMonths(from, period.months)
  return addCivilYears(from, period.years)
}

/**
 * End of a legal period: a last day that is a statutory holiday or a day of rest moves to the next working day
 * (民法典 203). A period in hours is not moved: it has no last day.
 */
export function legalPeriodEnd(from: Instant, period: Period, isWorkday: Workdays): Instant {
  const end = periodEnd(from, period)
  return 'hours' in period ? end : endOfCivilDay(nextWorkday(civilDayOf(end), isWorkday))
}

/** The day itself when it is worked, else the first working day after it. */
export function nextWorkday(day: CivilDay, isWorkday: Workdays): CivilDay {
  let candidate = day
  // Corrections could mark a whole year as free by mistake: a deadline must still be found.
  for (let tries = 0; tries < 366; tries += 1) {
    if (isWorkday(candidate)) return candidate
    candidate = shiftDay(candidate, 1)
  }
  return day
}
