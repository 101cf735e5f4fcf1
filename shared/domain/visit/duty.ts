import { endOfCivilDay, msOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { fillInDue } from '../register/reserving'
import type { Duty } from '../register/types'
import { monthOf, opinionDue } from './month'
import type { Visit } from './types'

/** What a visit can wait for, most urgent first among duties that are due at the same moment. */
export const VISIT_DUTY_KINDS = ['fillIn', 'visit', 'feedback', 'opinion', 'close'] as const
export type VisitDutyKind = (typeof VISIT_DUTY_KINDS)[number]
export type VisitDuty = Duty & { kind: VisitDutyKind }

/** Everything the visit waits for, soonest first; empty once it has ended. */
export function dutiesOf(record: Visit): VisitDuty[] {
  return duties(record).sort(
    (a, b) =>
      msOf(a.dueAt) - msOf(b.dueAt) || VISIT_DUTY_KINDS.indexOf(a.kind) - VISIT_DUTY_KINDS.indexOf(b.kind),
  )
}

/** The one thing that is due next (domain 11), or null when it has ended. */
export function nextDuty(record: Visit): VisitDuty | null {
  return dutiesOf(record)[0] ?? null
}

function duties(record: Visit): VisitDuty[] {
  const { state, plan, findings } = record
  if (state === 'reserved') return [{ kind: 'fillIn', dueAt: fillInDue(record) }]
  if (state === 'planned') return dutyAt('visit', plan.appointmentAt)
  if (state !== 'visited' || !findings) return []
  // 拒签 and a missing 业主签名 are no duties: a refusal is recorded and never pressed (domain 8).
  const month = monthOf(findings.visitedAt)
  const owed = [
    ...dutyAt('feedback', feedbackDue(record)),
    ...dutyAt('opinion', record.opinion ? null : opinionDue(month)),
  ]
  return owed.length > 0 ? owed : dutyAt('close', opinionDue(month))
}

/** 反馈 is due by the end of the day that was promised; null where none is needed, or it was given. */
export function feedbackDue({ findings, feedback }: Pick<Visit, 'findings' | 'feedback'>): Instant | null {
  if (!findings?.feedbackNeeded || feedback || findings.feedbackDueOn === null) return null
  return endOfCivilDay(findings.feedbackDueOn)
}

function dutyAt(kind: VisitDutyKind, dueAt: Instant | null): VisitDuty[] {
  return dueAt ? [{ kind, dueAt }] : []
}
