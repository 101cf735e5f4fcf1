import { civilDayOf, instantFromMs, instantOf, shiftDay } from '../../../shared/util/civilTime'
import type { CivilDay, Instant } from '../../../shared/util/instant'

/** What is due, worst first: 超期, 今天到期, 即将到期, 以后 (domain 11). Every open record stands in one of them. */
export const BANDS = ['overdue', 'today', 'soon', 'later'] as const
export type Band = (typeof BANDS)[number]

/** What else waits: 首问责任, 即将升级为重大, 待签字, 留号待补录. A record may stand in several, and in a band too. */
export const QUEUES = ['mine', 'forewarned', 'awaiting', 'reserved'] as const
export type Queue = (typeof QUEUES)[number]

/** A part of 今日待办; `all` is the four bands one after another. */
export const SECTIONS = ['all', ...BANDS, ...QUEUES] as const
export type Section = (typeof SECTIONS)[number]

export type SectionCounts = Record<Section, number>

/** How many days after today are 即将到期: over a weekend Monday is in sight on Friday. */
const SOON_DAYS = 3

/** The present, and where the bands end: each ends before the instant named here. */
export interface Moment {
  now: Instant
  today: CivilDay
  tomorrow: Instant
  soonEnd: Instant
}

/** The bands at `now` (ms since the epoch); days are the estate's (domain 3). */
export function momentOf(now: number): Moment {
  const instant = instantFromMs(now)
  const today = civilDayOf(instant)
  return {
    now: instant,
    today,
    tomorrow: instantOf(shiftDay(today, 1)),
    soonEnd: instantOf(shiftDay(today, SOON_DAYS + 1)),
  }
}

/** The band of a deadline. The deadline itself is still in time (以内 includes it). */
export function bandOf(dueAt: Instant | null, at: Moment): Band {
  if (dueAt === null || dueAt >= at.soonEnd) return 'later'
  if (dueAt < at.now) return 'overdue'
  return dueAt < at.tomorrow ? 'today' : 'soon'
}

/** From when and until when a band lasts; '' is the beginning, null the end of time. */
export function spanOf(band: Band | 'all', at: Moment): { from: Instant | ''; to: Instant | null } {
  switch (band) {
    case 'all':
      return { from: '', to: null }
    case 'overdue':
      return { from: '', to: at.now }
    case 'today':
      return { from: at.now, to: at.tomorrow }
    case 'soon':
      return { from: at.tomorrow, to: at.soonEnd }
    case 'later':
      return { from: at.soonEnd, to: null }
  }
}
