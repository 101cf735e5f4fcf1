import { civilDayOf, civilTimeOf, weekdayOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { accept, type Result, refuse } from '../../util/result'
import { forbidden } from '../office/permissions'
import { allObjections, type Objection } from '../register/objections'
import type { RuleContext } from '../register/types'
import type { DeclinedTime, VisitPreference } from './types'

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/

/** Whether the household declined to be visited at this moment of the estate's clock (domain 8). */
export function isDeclined(
  preference: Pick<VisitPreference, 'declinedTimes' | 'noVisits'>,
  at: Instant,
): boolean {
  if (preference.noVisits) return true
  const weekday = weekdayOf(civilDayOf(at))
  const time = civilTimeOf(at)
  return preference.declinedTimes.some(
    ({ weekdays, from, to }) =>
      (weekdays.length === 0 || weekdays.includes(weekday)) && (from === '' || (time >= from && time < to)),
  )
}

export type PreferenceInput = Pick<VisitPreference, 'declinedTimes' | 'noVisits' | 'note'>

/**
 * 不便时间 of a household, kept beside its unit. Refusals: `office.notAllowed`, `visit.declinedTimeInvalid` beside
 * `declinedTimes.<index>.from`.
 */
export function decidePreference(
  unit: { id: string; code: string },
  before: VisitPreference | null,
  input: PreferenceInput,
  ctx: RuleContext,
): Result<VisitPreference> {
  const objection = allObjections(
    forbidden(ctx.actor.role, 'record.process'),
    ...input.declinedTimes.map(objectionToTime),
  )
  if (objection) return objection
  return accept({
    id: unit.id,
    rev: (before?.rev ?? 0) + 1,
    unitCode: unit.code,
    declinedTimes: input.declinedTimes.map((time) => ({ ...time, weekdays: [...time.weekdays].sort() })),
    noVisits: input.noVisits,
    note: input.note.trim(),
    at: ctx.now,
    by: ctx.actor.name,
  })
}

function objectionToTime({ weekdays, from, to }: DeclinedTime, index: number): Objection {
  const days = weekdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)
  const wholeDay = from === '' && to === ''
  const hours = CLOCK.test(from) && (CLOCK.test(to) || to === '24:00') && from < to
  if (days && (hours || (wholeDay && weekdays.length > 0))) return null
  return refuse('visit.declinedTimeInvalid', `declinedTimes.${index}.from`)
}
