import { civilDayOf, endOfCivilDay, shiftDay, shiftMonth } from '../../util/civilTime'
import type { CivilDay, Instant } from '../../util/instant'

/** A civil month: `2026-11`. */
export type MonthId = string

/** The last day on which 接待员意见 is in time: inclusive (domain 8). */
const OPINION_DAY = 5
/** The last day on which the director's 访问总结 is in time: inclusive (domain 8). */
const SUMMARY_DAY = 10

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

/** December → January of the next year. */
export function nextMonth(month: MonthId): MonthId {
  return shiftMonth(firstDayOf(month), 1).slice(0, 7)
}

export function previousMonth(month: MonthId): MonthId {
  return shiftMonth(firstDayOf(month), -1).slice(0, 7)
}

/** 接待员意见 on the visits of a month: by the 5th of the next, that day included (domain 8). A rule of the house. */
export function opinionDue(month: MonthId): Instant {
  return endOfCivilDay(dayIn(nextMonth(month), OPINION_DAY))
}

/** 访问总结 of a month: by the 10th of the next, that day included (domain 8). */
export function summaryDue(month: MonthId): Instant {
  return endOfCivilDay(dayIn(nextMonth(month), SUMMARY_DAY))
}

function dayIn(month: MonthId, day: number): CivilDay {
  return `${month}-${String(day).padStart(2, '0')}`
}
