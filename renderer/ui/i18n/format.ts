import { currentLocale } from './i18n'

const ZONE = 'Asia/Shanghai'
const cache = new Map<string, Intl.DateTimeFormat>()

// Building a formatter costs a hundred times its use; lists format thousands of instants.
function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${currentLocale()}${JSON.stringify(options)}`
  const found = cache.get(key)
  if (found) return found
  const made = new Intl.DateTimeFormat(currentLocale() === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: ZONE,
    hourCycle: 'h23',
    ...options,
  })
  cache.set(key, made)
  return made
}

const DAY: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit' }
const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' }

function parts(instant: string, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const list = formatter(options).formatToParts(new Date(instant))
  return Object.fromEntries(list.map((part) => [part.type, part.value]))
}

/** An instant (ISO, UTC) as estate time `2026-11-21 09:30` (domain 3); '' for null. */
export function formatDateTime(instant: string | null | undefined): string {
  if (!instant) return ''
  const p = parts(instant, { ...DAY, ...TIME })
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}`
}

/** As `formatDateTime`, with the seconds: `2026-11-21 09:30:05`, where two of one minute are to be told apart. */
export function formatToSecond(instant: string): string {
  const seconds = formatter({ second: '2-digit' }).formatToParts(new Date(instant))
  const second = seconds.find(({ type }) => type === 'second')?.value ?? ''
  return `${formatDateTime(instant)}:${second.padStart(2, '0')}`
}

/** An instant as estate day `2026-11-21`; a civil day passes through; '' for null. */
export function formatDay(value: string | null | undefined): string {
  if (!value) return ''
  if (value.length === 10) return value
  const p = parts(value, DAY)
  return `${p.year}-${p.month}-${p.day}`
}

/** An instant as estate time of day `09:30`; '' for null. */
export function formatTime(instant: string | null | undefined): string {
  if (!instant) return ''
  const p = parts(instant, TIME)
  return `${p.hour}:${p.minute}`
}

/** Short for lists: `11-21 09:30` within the running year, else with the year. */
export function formatShort(instant: string | null | undefined, now: string): string {
  const full = formatDateTime(instant)
  return full.slice(0, 4) === formatDay(now).slice(0, 4) ? full.slice(5) : full
}

/** 星期六 / Saturday of an instant or civil day. */
export function formatWeekday(value: string): string {
  const instant = value.length === 10 ? `${value}T04:00:00Z` : value
  return formatter({ weekday: 'long' }).format(new Date(instant))
}

/** A count or amount with grouping; `digits` after the point. */
export function formatNumber(value: number, digits = 0): string {
  return new Intl.NumberFormat(currentLocale(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value)
}

/** Bytes in the unit a person would say: `10.6 MB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length - 1, bytes > 0 ? Math.floor(Math.log(bytes) / Math.log(1024)) : 0)
  return `${formatNumber(bytes / 1024 ** power, power > 1 ? 1 : 0)} ${units[power]}`
}
