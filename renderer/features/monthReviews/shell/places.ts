import type { MonthId } from '../../../../shared/util/months'

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
