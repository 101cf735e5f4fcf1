import { civilDayOf, daysBetween } from '../../util/civilTime'
import type { CivilDay, Instant } from '../../util/instant'
import type { CareKind } from '../household/types'
import { isDeclined } from './preferences'
import type { VisitPreference } from './types'

/** What is known of a household when it is asked whom to visit next. */
export interface Candidate {
  unitId: string
  unitCode: string
  /** Day of the last visit; null where there was none in the time that is looked at. */
  lastVisitOn: CivilDay | null
  /** Complaints of the household, ever. */
  complaints: number
  /** 重点关注 that whoever asks may see. */
  care: readonly CareKind[]
  preference: VisitPreference | null
  /** A visit is planned already. */
  planned: boolean
}

/** Why a household is suggested, strongest first, as keys with values for the words. */
export type SuggestReason =
  | { kind: 'neverVisited' }
  | { kind: 'notVisitedFor'; days: number }
  | { kind: 'complaints'; count: number }
  | { kind: 'care'; care: CareKind }

export interface Suggested extends Candidate {
  /** Higher is sooner; only the order means something. */
  score: number
  reasons: SuggestReason[]
}

/** A year without a visit weighs as much as having never been visited. */
const FULL_WAIT_DAYS = 365
const NEVER_POINTS = 60
const COMPLAINT_POINTS = 8
const MOST_COMPLAINTS = 4
const CARE_POINTS = 25
/** Somebody visited less than so many days ago is left in peace. */
const REST_DAYS = 30

/**
 * Whom to visit next (domain 8): not visited longest, past complaints, 重点关注. Never a household that wants no visits,
 * declined this hour or weekday, was visited in the last 30 days, or has a visit planned.
 * @param at when the visit would be made.
 */
export function suggestVisits(candidates: readonly Candidate[], at: Instant): Suggested[] {
  const day = civilDayOf(at)
  return candidates
    .filter((one) => mayBeVisited(one, at))
    .map((one) => scored(one, day))
    .sort((a, b) => b.score - a.score || (a.unitCode < b.unitCode ? -1 : 1))
}

function mayBeVisited({ preference, lastVisitOn, planned }: Candidate, at: Instant): boolean {
  if (planned || (preference && isDeclined(preference, at))) return false
  return lastVisitOn === null || daysBetween(lastVisitOn, civilDayOf(at)) >= REST_DAYS
}

function scored(candidate: Candidate, today: CivilDay): Suggested {
  const { lastVisitOn, complaints, care } = candidate
  const days = lastVisitOn === null ? FULL_WAIT_DAYS : daysBetween(lastVisitOn, today)
  const waited = (Math.min(days, FULL_WAIT_DAYS) / FULL_WAIT_DAYS) * NEVER_POINTS
  const score =
    waited + Math.min(complaints, MOST_COMPLAINTS) * COMPLAINT_POINTS + (care.length > 0 ? CARE_POINTS : 0)
  const reasons: SuggestReason[] = [
    ...care.map((kind): SuggestReason => ({ kind: 'care', care: kind })),
    ...(complaints > 0 ? [{ kind: 'complaints' as const, count: complaints }] : []),
    lastVisitOn === null ? { kind: 'neverVisited' } : { kind: 'notVisitedFor', days },
  ]
  return { ...candidate, score: Math.round(score), reasons }
}
