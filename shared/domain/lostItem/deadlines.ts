import {
  addCivilMonths,
  civilDayOf,
  endOfCivilDay,
  legalPeriodEnd,
  msOf,
  nextWorkday,
  shiftDay,
} from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { workdaysWith } from '../../util/workdays'
import type { OfficeRules } from '../register/types'
import { isKept, isSensitive } from './states'
import type { Decision, LostItem } from './types'
import { custodyMonths } from './value'

/**
 * End of custody by house rule, from 上交时间: no holiday moves it (domain 3, 6). Where the director decided to keep an
 * expired item on, the day that was said then.
 */
export function custodyEnd(record: Pick<LostItem, 'intake' | 'decisions'>, rules: OfficeRules): Instant {
  const keepUntil = record.decisions.at(-1)?.keepUntil
  if (keepUntil) return endOfCivilDay(keepUntil)
  return addCivilMonths(record.intake.handedInAt, custodyMonths(record, rules))
}

/**
 * End of the legal year: one year after the first 招领公告, moved by statutory holidays (民法典 318, 201–203); null before
 * anything was posted. A second posting does not begin it anew.
 */
export function legalYearEnd(record: Pick<LostItem, 'notices'>, rules: OfficeRules): Instant | null {
  const [first] = record.notices
  return first ? legalPeriodEnd(first.postedAt, { years: 1 }, workdaysWith(rules.workdayOverrides)) : null
}

/** Whether the owner may still claim by law: until a year after the notice, and always where none was posted (民法典 318). */
export function legalYearRuns(record: Pick<LostItem, 'notices'>, rules: OfficeRules, now: Instant): boolean {
  const end = legalYearEnd(record, rules)
  return end === null || msOf(now) <= msOf(end)
}

/** When 逾期待处理 comes by itself; null where it cannot: not kept, or expired already (domain 6). */
export function expiryDue(record: LostItem, rules: OfficeRules): Instant | null {
  return isKept(record) && record.state !== 'expired' ? custodyEnd(record, rules) : null
}

/** "At once" for what must not be kept: the day on which it was handed in (domain 6). */
export function sensitiveDue(record: LostItem): Instant | null {
  return isKept(record) && isSensitive(record) ? endOfCivilDay(civilDayOf(record.intake.handedInAt)) : null
}

/** Local rule†: so many working days after 上交时间 an unclaimed item goes to the police; null where the office has none. */
export function policeDue(record: LostItem, rules: OfficeRules): Instant | null {
  if (rules.lostPoliceWorkdays === 0 || !isKept(record)) return null
  const isWorkday = workdaysWith(rules.workdayOverrides)
  let day = civilDayOf(record.intake.handedInAt)
  for (let left = rules.lostPoliceWorkdays; left > 0; left -= 1)
    day = nextWorkday(shiftDay(day, 1), isWorkday)
  return endOfCivilDay(day)
}

/** The director's decision that stands on an expired item; null before there is one. */
export function standingDecision({
  state,
  decisions,
}: Pick<LostItem, 'state' | 'decisions'>): Decision | null {
  const last = decisions.at(-1)
  // 继续保管 ended when the item expired again: a new decision is waited for.
  return state === 'expired' && last && last.outcome !== 'keep' ? last : null
}

/** What was decided is carried out within a month of the decision: the custody it ends was counted in months too. */
export function carryOutDue({ decidedAt }: Decision): Instant {
  return addCivilMonths(decidedAt, 1)
}
