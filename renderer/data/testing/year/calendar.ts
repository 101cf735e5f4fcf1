/**
 * The estate's clock as the made-up year reads it, by arithmetic of its own: a moment is what the clock on the wall says,
 * read as if it were UTC. Nothing here knows how the app reckons.
 */
export type Moment = number

const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
/** Asia/Shanghai is eight hours ahead, summer and winter. */
const ZONE = 8 * HOUR

/** `wall(2025, 3, 31, 9, 5)` is 31 March, five past nine. */
export function wall(year: number, month: number, day: number, hour = 0, minute = 0): Moment {
  return Date.UTC(year, month - 1, day, hour, minute)
}

/** As the app stores it. */
export function stored(at: Moment): string {
  return new Date(at - ZONE).toISOString()
}

/** `2025-03` */
export function monthNamed(at: Moment): string {
  return new Date(at).toISOString().slice(0, 7)
}

export function hourOf(at: Moment): number {
  return new Date(at).getUTCHours()
}

/** Begin of a month, so many later than the one that holds the moment. */
export function monthBegin(at: Moment, later = 0): Moment {
  const date = new Date(at)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1)
}

/** 24:00 of the day on which a period of months ends: the corresponding day, else the month's last. */
export function monthsEnd(from: Moment, months: number): Moment {
  const first = monthBegin(from, months)
  const last = (monthBegin(first, 1) - first) / DAY
  return first + Math.min(new Date(from).getUTCDate(), last) * DAY
}

/** Free days of 2024-12 … 2026-01 beside weekends, and weekends that were worked, as the State Council published them. */
const FREE = [
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
] as const
const WORKED = new Set(['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11', '2026-01-04'])

function isWorked(day: Moment): boolean {
  const name = new Date(day).toISOString().slice(0, 10)
  if (WORKED.has(name)) return true
  if (FREE.some(([from, until]) => name >= from && name <= until)) return false
  return ![0, 6].includes(new Date(day).getUTCDay())
}

/** 24:00 of the last day of so many days, which is a working day: a legal period. */
export function legalDaysEnd(from: Moment, days: number): Moment {
  let last = Math.floor(from / DAY) * DAY + days * DAY
  while (!isWorked(last)) last += DAY
  return last + DAY
}
