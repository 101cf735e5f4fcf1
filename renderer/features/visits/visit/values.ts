import type { StoredFile } from '../../../../shared/domain/register/attachment'
import { NO_PERSON, tidyPerson } from '../../../../shared/domain/register/person'
import type { Visit, VisitFindings, VisitPlan } from '../../../../shared/domain/visit/types'
import { msOf } from '../../../../shared/util/civilTime'
import type { VisitGiven } from '../../../data'
import { shownPerson } from '../whom'

/** What the form of a visit holds; the same paths as the command's, so that refusals find their fields. */
export interface VisitValues {
  /** 已访问, or 预约 of a visit that is still to be made. */
  kind: 'visited' | 'planned'
  plan: VisitPlan
  findings: Omit<VisitFindings, 'visitedAt'> & { visitedAt: string | null }
  privateNotes: string
  /** Files that are on disk already; none while an existing visit is corrected. */
  attachments: StoredFile[]
}

const NOTHING_SAID = { management: '', services: '', needs: '', community: '', other: '' }

/** An empty form: 上门, now, by who is signed in. */
export function blankVisit(now: string | null, visitor: string): VisitValues {
  return {
    kind: 'visited',
    plan: { person: NO_PERSON, way: 'doorstep', appointmentAt: null, visitor },
    findings: { visitedAt: now, parts: NOTHING_SAID, feedbackNeeded: false, feedbackDueOn: null },
    privateNotes: '',
    attachments: [],
  }
}

/**
 * The form of a visit that is planned, or whose content is corrected. 私密记录 are changed beside it. 访问时间 is that
 * of the 预约, or now where the visit came sooner.
 */
export function visitValues({ plan, findings }: Visit, now: string): VisitValues {
  const blank = blankVisit(now, plan.visitor)
  const { appointmentAt } = plan
  const visitedAt = appointmentAt && msOf(appointmentAt) < msOf(now) ? appointmentAt : now
  return {
    ...blank,
    plan: { ...plan, person: shownPerson(plan.person) },
    findings: findings ?? { ...blank.findings, visitedAt },
  }
}

export function planFrom({ plan }: VisitValues): VisitPlan {
  return { ...plan, person: tidyPerson(plan.person) }
}

/** What the commands take. */
export function givenFrom(values: VisitValues, now: string): VisitGiven {
  const { findings, privateNotes } = values
  const feedbackDueOn = findings.feedbackNeeded ? findings.feedbackDueOn : null
  return {
    plan: planFrom(values),
    findings: { ...findings, feedbackDueOn, visitedAt: findings.visitedAt ?? now },
    privateNotes,
  }
}

/** What the list of drafts calls it: who, and the first words. */
export function draftWords({ plan, findings }: VisitValues): string {
  const { unitCode, name } = plan.person
  return [unitCode, name, findings.parts.management.slice(0, 20)].filter(Boolean).join(' ')
}
