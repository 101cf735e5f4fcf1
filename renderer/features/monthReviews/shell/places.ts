import { civilDayOf } from '../../../../shared/util/civilTime'
import type { Instant } from '../../../../shared/util/instant'
import { type MonthId, monthOf, previousMonth } from '../../../../shared/util/months'

/** What a month's screen has, in the order of the supervisor's hour. */
export const MONTH_TABS = [
  'checklist',
  'spotCheck',
  'statistics',
  'weekly',
  'plan',
  'hotspots',
  'signing',
  'files',
] as const
export type MonthTab = (typeof MONTH_TABS)[number]

export function isMonthTab(text: string): text is MonthTab {
  return (MONTH_TABS as readonly string[]).includes(text)
}

/** `/monthReviews/2026-11/signing` */
export function placeOf(month: MonthId, tab: MonthTab): string {
  return `/monthReviews/${month}/${tab}`
}

/** Until this day of the next month its review is what somebody comes for. */
const LOOKED_BACK_UNTIL = 10

/** The month that a review is opened for: the one before during days 1–10, else the running one. */
export function presentMonth(now: Instant): MonthId {
  const running = monthOf(now)
  return Number(civilDayOf(now).slice(8)) <= LOOKED_BACK_UNTIL ? previousMonth(running) : running
}
