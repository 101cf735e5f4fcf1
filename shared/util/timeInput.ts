import { hanNumbersToDigits } from './hanNumber'

const MORNING = /^(?:凌晨|清晨|早上|早晨|上午|早|AM)/u
const NOON = /^(?:中午)/u
const EVENING = /^(?:下午|傍晚|晚上|夜里|晚|PM)/u
const CLOCK = /^(?<hour>\d{1,2})(?:[:.点时](?<minute>\d{1,2})?分?)?$/u
const PLAIN = /^(?<hour>\d{1,2})(?<minute>\d{2})$/

/**
 * A time as clerks type it: `930`, `0930`, `9:30`, `9`, `9点半`, `9点一刻`, `下午3点`, `晚上8点20`. → `09:30`.
 * Null when it is not understood; 24:00 and 晚上12点 are, on purpose: which day is meant is not said.
 */
export function parseTime(text: string): string | null {
  const typed = tidy(text)
  const clock = typed.replace(MORNING, '').replace(NOON, '').replace(EVENING, '')
  const { hour, minute = '00' } = (CLOCK.exec(clock) ?? PLAIN.exec(clock))?.groups ?? {}
  if (hour === undefined) return null
  return write(hourOfDay(Number(hour), typed), Number(minute))
}

function tidy(text: string): string {
  return hanNumbersToDigits(text.normalize('NFKC').toUpperCase().replace(/\s+/gu, ''))
    .replace(/点半$/u, '点30')
    .replace(/点(\d)刻$/u, (_, quarters: string) => `点${Number(quarters) * 15}`)
    .replace(/点[整钟]$/u, '点')
}

function hourOfDay(hour: number, typed: string): number | null {
  if (EVENING.test(typed)) {
    if (hour === 12) return /^下午|^PM/u.test(typed) ? 12 : null
    return hour < 12 ? hour + 12 : hour
  }
  if (NOON.test(typed)) return hour <= 2 ? hour + 12 : hour
  if (MORNING.test(typed)) return hour === 12 && /^凌晨|^AM/u.test(typed) ? 0 : hour
  return hour
}

function write(hour: number | null, minute: number): string | null {
  if (hour === null || hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
