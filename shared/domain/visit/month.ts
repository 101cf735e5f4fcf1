import { endOfCivilDay } from '../../util/civilTime'
import type { CivilDay, Instant } from '../../util/instant'
import { type MonthId, nextMonth } from '../../util/months'

export { firstDayOf, lastDayOf, type MonthId, monthOf, nextMonth, previousMonth } from '../../util/months'

/** The last day on which 接待员意见 is in time: inclusive (domain 8). */
const OPINION_DAY = 5
/** The last day on which the director's 访问总结 is in time: inclusive (domain 8). */
const SUMMARY_DAY = 10

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
