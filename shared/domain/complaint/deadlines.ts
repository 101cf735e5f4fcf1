import {
  addCivilMonths,
  addHours,
  civilDayOf,
  endOfCivilDay,
  instantOf,
  legalPeriodEnd,
  msOf,
  shiftDay,
} from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { workdaysWith } from '../../util/workdays'
import type { OfficeRules } from '../register/types'
import { isOpen, isValidComplaint } from './states'
import type { Complaint } from './types'

export { fillInDue } from '../register/reserving'

/** 答复 is due within 10† days of 受理: a legal period, moved by holidays (domain 3, 5; law: reply time). */
export function replyDue(record: Pick<Complaint, 'intake'>, rules: OfficeRules): Instant {
  const isWorkday = workdaysWith(rules.workdayOverrides)
  return legalPeriodEnd(record.intake.registeredAt, { days: rules.replyWithinDays }, isWorkday)
}

/** 回访 is due 24† hours after 完成时间, holidays included; null before completion (domain 5). */
export function returnVisitDue(record: Pick<Complaint, 'handling'>, rules: OfficeRules): Instant | null {
  const completedAt = record.handling?.completedAt
  return completedAt ? addHours(completedAt, rules.returnVisitWithinHours) : null
}

/** One month of 受理: a rule of the house, so no holiday moves it (domain 3, 5). */
export function monthEnd(record: Pick<Complaint, 'intake'>): Instant {
  return addCivilMonths(record.intake.registeredAt, 1)
}

/**
 * When a 有效投诉 that is not handled becomes 重大 by itself; null where it cannot any more: not judged valid, handled,
 * ended, or escalated already (domain 5).
 */
export function escalationDue(record: Complaint): Instant | null {
  if (!isOpen(record) || !isValidComplaint(record.judgement) || record.escalatedAt) return null
  return record.handling?.completedAt ? null : monthEnd(record)
}

/** Begin of the day, 7† days before, from which the record is listed beforehand (domain 5). */
export function escalationForewarnedFrom(record: Complaint, rules: OfficeRules): Instant | null {
  const due = escalationDue(record)
  return due && instantOf(shiftDay(civilDayOf(due), -rules.escalationNoticeDays))
}

/** True in the days† before a complaint becomes 重大, and after, until it has. */
export function isForewarned(record: Complaint, rules: OfficeRules, now: Instant): boolean {
  const from = escalationForewarnedFrom(record, rules)
  return from !== null && msOf(now) >= msOf(from)
}

/** True where a 有效投诉 was not handled within one month of 受理; 以内 includes the last day (domain 3, 5). */
export function isOverAMonth(record: Complaint, now: Instant): boolean {
  if (!isOpen(record) || !isValidComplaint(record.judgement)) return false
  return msOf(record.handling?.completedAt ?? now) > msOf(monthEnd(record))
}

/** 下次联系日 of a suspended record: the end of that day; null when it is not suspended. */
export function contactDue(record: Pick<Complaint, 'suspension'>): Instant | null {
  return record.suspension ? endOfCivilDay(record.suspension.nextContactOn) : null
}
