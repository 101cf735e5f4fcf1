import {
  civilDayOf,
  civilTimeOf,
  formatCivil,
  instantOf,
  isCivilDay,
  shiftDay,
  shiftMonth,
  weekdayOf,
} from './civilTime'
import { hanNumbersToDigits } from './hanNumber'
import type { CivilDay, Instant } from './instant'
import { parseTime } from './timeInput'

export { parseTime } from './timeInput'

/** Which way a day without a year, or a weekday, is completed: events lie behind, deadlines ahead. */
export type Lean = 'past' | 'future'

const NEAR_DAYS = new Map([
  ['大前天', -3],
  ['前天', -2],
  ['昨天', -1],
  ['昨日', -1],
  ['昨晚', -1],
  ['今天', 0],
  ['今日', 0],
  ['今晚', 0],
  ['明天', 1],
  ['明日', 1],
  ['后天', 2],
  ['大后天', 3],
])
const WEEKDAY = /^(?<week>上上|上|这|本|下下|下)?(?:个)?(?:周|星期|礼拜)(?<name>[1-7日天末])$/u
const WEEKS = new Map([
  ['上上', -2],
  ['上', -1],
  ['这', 0],
  ['本', 0],
  ['下', 1],
  ['下下', 2],
])
const FULL_DAY = /^(?<year>\d{4})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})[日号]?$/u
const COMPACT_DAY = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/
const MONTH_DAY = /^(?<month>\d{1,2})[-/.月](?<day>\d{1,2})[日号]?$/u
const COMPACT_MONTH_DAY = /^(?<month>\d{2})(?<day>\d{2})$/
const DAY_OF_MONTH = /^(?<day>\d{1,2})[日号]$/u
const DISTANCE = /^(?<count>\d{1,3})天(?<side>前|后)$/u

/**
 * A day as clerks type it (ui, "Habits"): `1121`, `11-21`, `11/21`, `11月21日`, `2026-11-21`, `20261121`, `21号`,
 * `昨天`, `周五`, `上周五`, `3天前`. Null when it is not understood or no such day exists.
 * @param lean completes what lacks a year or a week: the nearest such day, today included.
 */
export function parseDay(text: string, today: CivilDay, lean: Lean = 'past'): CivilDay | null {
  const typed = text.normalize('NFKC').replace(/\s+/gu, '')
  const near = NEAR_DAYS.get(typed)
  if (near !== undefined) return shiftDay(today, near)
  const digits = hanNumbersToDigits(typed)
  return (
    fullDay(digits) ??
    dayOfYear(digits, today, lean) ??
    weekday(digits, today, lean) ??
    dayOfMonth(digits, today, lean) ??
    distant(digits, today)
  )
}

export interface MomentOptions {
  /** As for `parseDay`; 'past' when left out. */
  lean?: Lean
  /** `HH:mm` for a day typed without a time: `23:59` suits deadlines. Midnight when left out. */
  timeWhenMissing?: string
}

/**
 * A day and a time in one field: `1121 930`, `昨天下午3点`, `2026-11-21T09:30`, `现在`. A day alone takes
 * `timeWhenMissing`, a time alone today. Four digits alone are a day where such a day exists (`0930` is 30 Sep).
 */
export function parseMoment(text: string, now: Instant, options: MomentOptions = {}): Instant | null {
  const typed = text
    .normalize('NFKC')
    .trim()
    .replace(/[T,，]/u, ' ')
  if (/^(?:现在|刚才|刚刚|now)$/iu.test(typed)) return instantOf(civilDayOf(now), civilTimeOf(now))
  const today = civilDayOf(now)
  const { lean = 'past', timeWhenMissing = '00:00' } = options
  const day = parseDay(typed, today, lean)
  if (day) return instantOf(day, timeWhenMissing)
  for (const at of splits(typed)) {
    const dayPart = at === 0 ? today : parseDay(typed.slice(0, at), today, lean)
    const time = parseTime(withEvening(typed.slice(0, at), typed.slice(at)))
    if (dayPart && time) return instantOf(dayPart, time)
  }
  return null
}

/** The day as it stands in a field once it is left: `2026-11-21`. */
export function formatDay(day: CivilDay): string {
  return day
}

/** The moment as it stands in a field: `2026-11-21 09:30`; `parseMoment` reads it back. */
export const formatMoment: (instant: Instant) => string = formatCivil

/** Where a day may end and a time begin: at a space first, then anywhere. */
function splits(text: string): number[] {
  const anywhere = Array.from({ length: text.length }, (_, index) => index)
  const atSpace = anywhere.filter((index) => /\s/u.test(text[index] ?? ''))
  // Without a space only words may run into a time (昨天下午3点): digits would be cut at random.
  const afterWord = anywhere.filter((index) => index === 0 || /[\p{Script=Han}]/u.test(text[index - 1] ?? ''))
  return [...atSpace, ...afterWord]
}

/** 今晚8点 says the evening in the word for the day. */
function withEvening(dayText: string, timeText: string): string {
  return dayText.trim().endsWith('晚') ? `晚上${timeText.trim()}` : timeText
}

function civil(year: number, month: number, day: number): CivilDay | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return year >= 1900 && isCivilDay(text) ? text : null
}

function fullDay(text: string): CivilDay | null {
  const { year, month, day } = (FULL_DAY.exec(text) ?? COMPACT_DAY.exec(text))?.groups ?? {}
  return year ? civil(Number(year), Number(month), Number(day)) : null
}

/** Month and day: the nearest year on the side of `lean` in which that day exists (29 Feb). */
function dayOfYear(text: string, today: CivilDay, lean: Lean): CivilDay | null {
  const { month, day } = (MONTH_DAY.exec(text) ?? COMPACT_MONTH_DAY.exec(text))?.groups ?? {}
  if (!month) return null
  const thisYear = Number(today.slice(0, 4))
  for (let distance = 0; distance <= 8; distance += 1) {
    const found = civil(thisYear + (lean === 'past' ? -distance : distance), Number(month), Number(day))
    if (found && onSide(found, today, lean)) return found
  }
  return null
}

function dayOfMonth(text: string, today: CivilDay, lean: Lean): CivilDay | null {
  const { day } = DAY_OF_MONTH.exec(text)?.groups ?? {}
  if (!day) return null
  for (let distance = 0; distance <= 2; distance += 1) {
    const month = shiftMonth(`${today.slice(0, 7)}-01`, lean === 'past' ? -distance : distance)
    const found = civil(Number(month.slice(0, 4)), Number(month.slice(5, 7)), Number(day))
    if (found && onSide(found, today, lean)) return found
  }
  return null
}

function onSide(day: CivilDay, today: CivilDay, lean: Lean): boolean {
  return lean === 'past' ? day <= today : day >= today
}

function weekday(text: string, today: CivilDay, lean: Lean): CivilDay | null {
  const { week, name } = WEEKDAY.exec(text)?.groups ?? {}
  if (!name || name === '末') return null
  const wanted = /\d/.test(name) ? Number(name) : 7
  const distance = wanted - weekdayOf(today)
  if (week !== undefined) return shiftDay(today, distance + 7 * (WEEKS.get(week) ?? 0))
  if (lean === 'past') return shiftDay(today, distance > 0 ? distance - 7 : distance)
  return shiftDay(today, distance < 0 ? distance + 7 : distance)
}

function distant(text: string, today: CivilDay): CivilDay | null {
  const { count, side } = DISTANCE.exec(text)?.groups ?? {}
  return count ? shiftDay(today, side === '前' ? -Number(count) : Number(count)) : null
}
