import { msOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import type { Duty, OfficeRules } from '../register/types'
import { waitingSince } from './complainants'
import { contactDue, escalationDue, fillInDue, monthEnd, replyDue, returnVisitDue } from './deadlines'
import { canBeReached, isOpen, isValidComplaint } from './states'
import type { Complaint } from './types'

/** What a complaint can wait for, most urgent first among duties that are due at the same moment. */
export const DUTY_KINDS = [
  'fillIn',
  'judge',
  'assign',
  'contact',
  'promise',
  'reply',
  'returnVisit',
  'escalation',
  'handle',
  'close',
] as const
export type ComplaintDutyKind = (typeof DUTY_KINDS)[number]
export type ComplaintDuty = Duty & { kind: ComplaintDutyKind }

/** Everything the record waits for, soonest first; empty once it has ended. Judged without looking at a clock. */
export function dutiesOf(record: Complaint, rules: OfficeRules): ComplaintDuty[] {
  if (!isOpen(record)) return []
  return duties(record, rules).sort(
    (a, b) => msOf(a.dueAt) - msOf(b.dueAt) || DUTY_KINDS.indexOf(a.kind) - DUTY_KINDS.indexOf(b.kind),
  )
}

/** The one thing that is due next (domain 11), or null when the record has ended. */
export function nextDuty(record: Complaint, rules: OfficeRules): ComplaintDuty | null {
  return dutiesOf(record, rules)[0] ?? null
}

/** How far a duty is from its deadline: `ms` is what is left, or by how much it is late. */
export interface Lateness {
  kind: string
  overdue: boolean
  ms: number
}

/** `回访 还剩 3 小时` / `已超期 2 天` as values; the deadline itself is still in time (以内 includes it). */
export function latenessOf(duty: Duty, now: Instant): Lateness {
  const left = msOf(duty.dueAt) - msOf(now)
  return { kind: duty.kind, overdue: left < 0, ms: Math.abs(left) }
}

function duties(record: Complaint, rules: OfficeRules): ComplaintDuty[] {
  const since = waitingSince(record)
  const owed = since && replyDue({ intake: { ...record.intake, registeredAt: since } }, rules)
  const reply = dutyAt('reply', owed)
  const escalation = dutyAt('escalation', escalationDue(record))
  const promise = dutyAt('promise', record.handling?.promisedAt ?? null)
  switch (record.state) {
    case 'reserved':
      return dutyAt('fillIn', fillInDue(record))
    case 'accepted':
      return dutyAt('judge', replyDue(record, rules))
    case 'judged':
      if (isValidComplaint(record.judgement)) {
        return [...dutyAt('assign', replyDue(record, rules)), ...reply, ...escalation]
      }
      return orClose(record, reply)
    case 'inProgress':
      return [...promise, ...reply, ...escalation, ...rest(record)]
    case 'suspended':
      // What was promised stays promised while the work waits.
      return [...dutyAt('contact', contactDue(record)), ...promise, ...reply, ...escalation]
    case 'handled':
      return orClose(record, [...reply, ...visitDuty(record, rules)])
    default:
      return orClose(record, reply)
  }
}

/** Work in hand always waits for something: for its end when nothing else was promised. */
function rest(record: Complaint): ComplaintDuty[] {
  const explained = !isValidComplaint(record.judgement) && record.answers.length > 0
  return dutyAt(explained ? 'close' : 'handle', monthEnd(record))
}

function visitDuty(record: Complaint, rules: OfficeRules): ComplaintDuty[] {
  const owed = isValidComplaint(record.judgement) && canBeReached(record) && !record.unreachable
  return dutyAt('returnVisit', owed ? returnVisitDue(record, rules) : null)
}

/** No rule sets a day for closing: the month that statistics allow (超过1个月未结案, domain 12) is its deadline. */
function orClose(record: Complaint, owed: ComplaintDuty[]): ComplaintDuty[] {
  return owed.length > 0 ? owed : dutyAt('close', monthEnd(record))
}

function dutyAt(kind: ComplaintDutyKind, dueAt: Instant | null): ComplaintDuty[] {
  return dueAt ? [{ kind, dueAt }] : []
}
