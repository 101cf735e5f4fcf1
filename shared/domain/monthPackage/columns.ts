import { msOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import type { PackageColumn } from './types'

const HOUR_MS = 3_600_000

/** True for a moment as it is stored: what else can be read as a date (a plate, a phone) is none. */
export function isInstant(value: string | null | undefined): value is Instant {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/.test(value ?? '')
}

/** Hours between two moments with one decimal; null where one is missing. */
export function hoursBetween(
  from: Instant | null | undefined,
  until: Instant | null | undefined,
): number | null {
  if (!isInstant(from) || !isInstant(until)) return null
  const hours = (msOf(until) - msOf(from)) / HOUR_MS
  return Number.isFinite(hours) ? Math.round(hours * 10) / 10 : null
}

/** Days between two moments with one decimal; null where one is missing. */
export function daysBetweenMoments(
  from: Instant | null | undefined,
  until: Instant | null | undefined,
): number | null {
  const hours = hoursBetween(from, until)
  return hours === null ? null : Math.round((hours / 24) * 10) / 10
}

type Of<R, K extends PackageColumn<R>['kind']> = Extract<PackageColumn<R>, { kind: K }>['of']

/** Makes the columns of one register. */
export function columnsOf<R>(): {
  word: (key: string, list: readonly string[], words: string, of: Of<R, 'word'>) => PackageColumn<R>
  number: (key: string, of: Of<R, 'number'>) => PackageColumn<R>
  yesNo: (key: string, of: Of<R, 'yesNo'>) => PackageColumn<R>
  day: (key: string, of: Of<R, 'day'>) => PackageColumn<R>
} {
  return {
    word: (key, list, words, of) => ({ kind: 'word', key, list, words, of }),
    number: (key, of) => ({ kind: 'number', key, of }),
    yesNo: (key, of) => ({ kind: 'yesNo', key, of }),
    day: (key, of) => ({ kind: 'day', key, of }),
  }
}
