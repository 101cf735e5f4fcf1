import { civilDayOf, instantOf, shiftDay, weekdayOf } from './civilTime'
import type { CivilDay, Instant } from './instant'

/** A civil month: `2026-11`. */
export type MonthId = string

/** A stretch of time: `from` is in it, `until` is not. */
export interface Span {
  from: Instant
  until: Instant
}

/** The estate's month of an instant. */
export function monthOf(at: Instant): MonthId {
  return civilDayOf(at).slice(0, 7)
}

export function firstDayOf(month: MonthId): CivilDay {
  return `${month}-01`
}

export function lastDayOf(month: MonthId): CivilDay {
  return shiftDay(firstDayOf(nextMonth(month)), -1)
}

/** The month so many later; earlier where negative. Throws of what is no month. */
export function shiftMonths(month: MonthId, months: number): MonthId {
  if (!isMonthId(month)) throw new RangeError(`${month} is no month`)
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months
  const year = String(Math.floor(count / 12)).padStart(4, '0')
  return `${year}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** December → January of the next year. */
export function nextMonth(month: MonthId): MonthId {
  return shiftMonths(month, 1)
}

export function previousMonth(month: MonthId): MonthId {
  return shiftMonths(month, -1)
}

/** True of `2026-11`, false of anything else. */
export function isMonthId(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
}

/** A month in estate time. */
export function monthSpan(month: MonthId): Span {
  return { from: monthStart(month), until: monthStart(nextMonth(month)) }
}

/** Months whose beginning is remembered: statistics ask the calendar for the same dozen a thousand times. */
const MOST_MONTHS = 1_000
const starts = new Map<MonthId, Instant>()

function monthStart(month: MonthId): Instant {
  const known = starts.get(month)
  if (known !== undefined) return known
  const start = instantOf(firstDayOf(month))
  if (starts.size >= MOST_MONTHS) starts.clear()
  starts.set(month, start)
  return start
}

/** The week, Monday to Sunday, that holds a day. */
export function weekSpan(day: CivilDay): Span {
  const monday = shiftDay(day, 1 - weekdayOf(day))
  return { from: instantOf(monday), until: instantOf(shiftDay(monday, 7)) }
}

/** Whether an instant lies in a span; of null, no. Instants are all of one form, so that texts compare as times do. */
export function isWithin(at: Instant | null, { from, until }: Span): boolean {
  return at !== null && at >= from && at < until
}
