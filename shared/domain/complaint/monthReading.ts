import { addHours, msOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { isWithin } from '../../util/months'
import { isOpenAt } from '../month/facts'
import { isPast } from '../month/figures'
import { judgedAt } from '../month/finding'
import type { MonthView } from '../month/view'
import type { OfficeRules } from '../register/types'
import { monthEnd, replyDue, returnVisitDue } from './deadlines'
import { complaintMonthFacts } from './monthFacts'
import { isBlankSheet } from './paper'
import { canBeReached, isValidComplaint } from './states'
import type { Answer, Complaint, ComplaintState, ReturnVisit } from './types'

const DAY_HOURS = 24
const SHORTEST_MONTH_DAYS = 28

// What figures and checklist must read alike: a rate and the records behind it never disagree.

/** Whether the record stands for a matter at all: no blank sheet, not 作废, not 并案. */
export function counts(record: Complaint): boolean {
  return !isBlankSheet(record) && record.void === null && record.joinedInto === null
}

/** The first 回访 that reached somebody; null where none has. */
export function firstReached({ returnVisits }: Pick<Complaint, 'returnVisits'>): ReturnVisit | null {
  const reached = returnVisits.filter(({ outcome }) => outcome !== 'notReached')
  return reached.toSorted((a, b) => msOf(a.visitedAt) - msOf(b.visitedAt))[0] ?? null
}

/** Whether a 回访 is owed, or was: a 有效投诉 whose person left a trace and was not given up (无法回访). */
export function asksForReturnVisit(record: Complaint): boolean {
  return (
    counts(record) &&
    isValidComplaint(record.judgement) &&
    canBeReached(record) &&
    (record.unreachable === null || firstReached(record) !== null)
  )
}

/** How a complaint stands with the 24† hours of its 回访. */
export const PUNCTUALITIES = ['inTime', 'late', 'owed'] as const
export type Punctuality = (typeof PUNCTUALITIES)[number]

/**
 * 24-hour 回访 (domain 5): in time where somebody was reached within the † hours after 完成时间, the last moment
 * included. Null where none is asked for, or where nobody was reached yet and the hours are not over.
 */
export function punctualityOf(record: Complaint, rules: OfficeRules, now: Instant): Punctuality | null {
  const due = returnVisitDue(record, rules)
  if (due === null || !asksForReturnVisit(record)) return null
  const reached = firstReached(record)
  if (reached) return isPast(due, reached.visitedAt) ? 'late' : 'inTime'
  return isPast(due, now) ? 'owed' : null
}

/** The first 答复; null where there was none. */
export function firstAnswer({ answers }: Pick<Complaint, 'answers'>): Answer | null {
  return answers.toSorted((a, b) => msOf(a.answeredAt) - msOf(b.answeredAt))[0] ?? null
}

/** Whether the first 答复 was in time, and when that was settled: by the answer, or by the end of the period. */
export interface ReplyVerdict {
  inTime: boolean
  settledAt: Instant
}

/** See `ReplyVerdict` (domain 5: 10† days); null where nobody can be answered, or where the period still runs. */
export function replyVerdict(record: Complaint, { rules, now }: MonthView): ReplyVerdict | null {
  if (!counts(record) || !canBeReached(record)) return null
  const answer = firstAnswer(record)
  const missed = replyMissed(record, record.intake.registeredAt, rules, answer?.answeredAt ?? now)
  if (missed) return { inTime: false, settledAt: missed }
  return answer ? { inTime: true, settledAt: answer.answeredAt } : null
}

/**
 * When the reply to what was said at a moment was due, if that is over by another; null where it is not. The calendar
 * costs a hundred times as much as the rest, and no period ends sooner than its days by the clock: few have to ask it.
 */
export function replyMissed(
  { intake }: Pick<Complaint, 'intake'>,
  saidAt: Instant,
  rules: OfficeRules,
  at: Instant,
): Instant | null {
  if (!isPast(addHours(saidAt, rules.replyWithinDays * DAY_HOURS), at)) return null
  const due = replyDue({ intake: { ...intake, registeredAt: saidAt } }, rules)
  return isPast(due, at) ? due : null
}

/** 重复投诉: another complaint that a 不满意 of this one opened. */
export function openedAnother({ links, repeatOf }: Pick<Complaint, 'links' | 'repeatOf'>): boolean {
  return links.some(({ relation, id }) => relation === 'repeat' && id !== repeatOf)
}

/** Whether its work is done: 完成时间 stands, or a 沟通性投诉 was explained, before a moment. */
export function isHandledBefore(record: Complaint, at: Instant): boolean {
  const { handling, judgement } = record
  if (handling?.completedAt) return handling.completedAt < at
  const explained = judgement !== null && !isValidComplaint(judgement)
  return explained && record.answers.some(({ answeredAt }) => answeredAt < at)
}

/** The state in which a moment found the record: what its last step before that led to. */
export function stateBefore({ steps }: Pick<Complaint, 'steps'>, at: Instant): ComplaintState {
  const last = steps.findLast((step) => step.at < at)?.to ?? 'reserved'
  // What was written on paper first has no step of that time yet, or stood with its number only.
  return last === 'reserved' ? 'accepted' : last
}

/** 超过1个月未结案: 有效投诉 not closed at the end of the span whose month of 受理 is over (domain 5, 12). */
export function overAMonth(view: MonthView): Complaint[] {
  const at = judgedAt(view)
  return view
    .rowsOf('complaints')
    .filter((row) => isOpenAt(complaintMonthFacts, row, at))
    .filter((row) => isValidComplaint(row.judgement) && isMonthOver(row, at))
}

function isMonthOver(record: Complaint, at: Instant): boolean {
  // No month is shorter: the calendar is asked for the few that are older.
  const surely = addHours(record.intake.registeredAt, SHORTEST_MONTH_DAYS * DAY_HOURS)
  return isPast(surely, at) && isPast(monthEnd(record), at)
}

/** 重复投诉 that a 不满意 opened within the span: each pair once, by its second record (domain 5). */
export function repeatedIn({ span, rowsOf }: MonthView): Complaint[] {
  return rowsOf('complaints').filter(
    (row) => row.repeatOf !== null && row.void === null && isWithin(row.intake.registeredAt, span),
  )
}

/** 有效投诉 with 完成时间 in the span of which is known how punctual their 回访 was. */
export function punctualRows(view: MonthView): { row: Complaint; punctuality: Punctuality }[] {
  const { span, rules, now } = view
  const completed = view
    .rowsOf('complaints')
    .filter(({ handling }) => isWithin(handling?.completedAt ?? null, span))
  return completed.flatMap((row) => {
    const punctuality = punctualityOf(row, rules, now)
    return punctuality === null ? [] : [{ row, punctuality }]
  })
}
