import type { BackupListing } from '../../../shared/schema/backup'
import { civilDayOf, daysBetween, shiftDay, weekdayOf } from '../../../shared/util/civilTime'

/** Grandfather, father, son: how many of each are kept. */
export const KEPT = { newest: 24, days: 14, weeks: 8, months: 24, asked: 90 } as const

/** Made without anybody asking: these give way first. The others stay `KEPT.asked` days. */
const BY_ITSELF: ReadonlySet<BackupListing['reason']> = new Set(['hourly', 'closing'])

/**
 * Which backups stay, by name: the newest 24 made by themselves, the last of each of the newest 14 days, 8 weeks and 24
 * months that have any, and what somebody asked for in the last 90 days. Periods are counted as they occur, so that
 * neither a holiday nor a clock set ahead empties the shelf; the newest one always stays.
 */
export function keptOf(backups: readonly BackupListing[]): ReadonlySet<string> {
  const newestFirst = backups.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
  const newest = newestFirst[0]
  if (!newest) return new Set()
  const kept = [
    newest,
    ...newestFirst.filter(({ reason }) => BY_ITSELF.has(reason)).slice(0, KEPT.newest),
    ...lastOfEach(newestFirst, dayOf, KEPT.days),
    ...lastOfEach(newestFirst, weekOf, KEPT.weeks),
    ...lastOfEach(newestFirst, monthOf, KEPT.months),
    ...newestFirst.filter((one) => !BY_ITSELF.has(one.reason) && daysOld(one, newest) <= KEPT.asked),
  ]
  return new Set(kept.map(({ name }) => name))
}

function lastOfEach(
  newestFirst: readonly BackupListing[],
  periodOf: (one: BackupListing) => string,
  most: number,
): BackupListing[] {
  const last = new Map<string, BackupListing>()
  for (const one of newestFirst) {
    const period = periodOf(one)
    if (!last.has(period)) last.set(period, one)
  }
  return [...last.values()].slice(0, most)
}

function dayOf({ madeAt }: BackupListing): string {
  return civilDayOf(madeAt)
}

/** The Monday of its week. */
function weekOf(one: BackupListing): string {
  const day = dayOf(one)
  return shiftDay(day, 1 - weekdayOf(day))
}

function monthOf(one: BackupListing): string {
  return dayOf(one).slice(0, 7)
}

function daysOld(one: BackupListing, newest: BackupListing): number {
  return daysBetween(dayOf(one), dayOf(newest))
}
