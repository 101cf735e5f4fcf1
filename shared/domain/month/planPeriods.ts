import { shiftDay, shiftMonth, weekdayOf } from '../../util/civilTime'
import type { CivilDay } from '../../util/instant'
import { firstDayOf, type MonthId } from '../../util/months'
import type { PlanFrequency } from './plan'

/** A stretch of days in which a duty is to be done once; both ends are in it. */
export interface PlanPeriod {
  first: CivilDay
  last: CivilDay
}

/** The stretch whose periods are counted together: a month, or the longer period in which the month lies. */
export type PlanScope = 'month' | 'quarter' | 'halfYear' | 'year'

const MONTHS_OF = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const satisfies Record<PlanScope, number>

/** What the periods of a frequency are counted in for a month: a quarter's duty is shown within its quarter. */
export function scopeOf(frequency: Exclude<PlanFrequency, 'off'>): PlanScope {
  return frequency === 'week' ? 'month' : frequency
}

/** The month, quarter, half or whole year in which a month lies. */
export function stretchOf(month: MonthId, scope: PlanScope): PlanPeriod {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5))]
  const months = MONTHS_OF[scope]
  const first = number - ((number - 1) % months)
  const begin = firstDayOf(`${year}-${String(first).padStart(2, '0')}`)
  return { first: begin, last: shiftDay(shiftMonth(begin, months), -1) }
}

/** The periods of a frequency in a stretch of whole months; a week belongs to where its Monday is, so none counts twice. */
export function periodsIn(
  frequency: Exclude<PlanFrequency, 'off'>,
  { first, last }: PlanPeriod,
): PlanPeriod[] {
  const periods: PlanPeriod[] = []
  let begin = frequency === 'week' ? shiftDay(first, (8 - weekdayOf(first)) % 7) : first
  while (begin <= last) {
    const end = endOf(frequency, begin)
    periods.push({ first: begin, last: end })
    begin = shiftDay(end, 1)
  }
  return periods
}

function endOf(frequency: Exclude<PlanFrequency, 'off'>, begin: CivilDay): CivilDay {
  return frequency === 'week' ? shiftDay(begin, 6) : shiftDay(shiftMonth(begin, MONTHS_OF[frequency]), -1)
}
