import { civilDayOf, estateYear, msOf } from '../../util/civilTime'
import { monthOf } from './month'
import { awaitingSignature } from './paper'
import { counts, isOpen } from './states'
import type { Visit } from './types'

/** Later than any deadline: records that wait for nothing come last. */
const NEVER = '9999-12-31T23:59:59.999Z'
/** Past every instant that can be subtracted from it, ms: 13 digits, so that texts sort as numbers do. */
const FAR = 9_999_999_999_999

/**
 * Named sets of the list index: `open` or `ended`, `state:<state>`, `way:<方式>`, `visitor:<访问人>`, `awaiting` (待签),
 * `feedback` (a 反馈 is owed), `opinion` (接待员意见 is missing), and `first:<userId>` for the open ones of a 访问人.
 */
export function listFacets(record: Visit): string[] {
  const { state, plan, findings, feedback, visitorUserId } = record
  const open = isOpen(record)
  return [
    open ? 'open' : 'ended',
    `state:${state}`,
    ...(state === 'reserved' ? [] : [`way:${plan.way}`]),
    ...(plan.visitor ? [`visitor:${plan.visitor}`] : []),
    ...(awaitingSignature(record) ? ['awaiting'] : []),
    ...(open && findings?.feedbackNeeded && !feedback ? ['feedback'] : []),
    ...(state === 'visited' && !record.opinion ? ['opinion'] : []),
    ...(open && visitorUserId ? [`first:${visitorUserId}`] : []),
  ]
}

/** Sets by household, for the goals and for whom to visit next: read from the index alone, and never counted. */
export const MONTH_FACET = '#month:'
export const DOORSTEP_FACET = '#doorstep:'
export const DAY_FACET = '#on:'

/**
 * `#month:<month>:<unit>`, `#doorstep:<year>:<unit>` for 上门, `#on:<day>:<unit>`, and `#opinions:<month>` while 接待员意见
 * is missing. Only of visits that took place, at households of the archive.
 */
export function householdFacets(record: Visit): string[] {
  const { findings, plan } = record
  if (!findings || !counts(record)) return []
  const month = monthOf(findings.visitedAt)
  const missing = record.opinion ? [] : [`#opinions:${month}`]
  const { unitId } = plan.person
  if (!unitId) return missing
  const doorstep =
    plan.way === 'doorstep' ? [`${DOORSTEP_FACET}${estateYear(findings.visitedAt)}:${unitId}`] : []
  return [
    `${MONTH_FACET}${month}:${unitId}`,
    `${DAY_FACET}${civilDayOf(findings.visitedAt)}:${unitId}`,
    ...doorstep,
    ...missing,
  ]
}

/** Order of the list: what is due next first, then by number; ended ones after all open, the latest ended first. */
export function sortKey(record: Visit): string {
  const endedAt = record.closedAt ?? record.void?.at
  if (endedAt && !isOpen(record)) return `~${FAR - msOf(endedAt)}|${record.number}`
  return `${record.duty?.dueAt ?? NEVER}|${record.number}`
}

/** Order of the book: 访问时间, else 预约时间, else when the number was given. A period is a range of it. */
export function visitedKey({ findings, plan, createdAt, number }: Visit): string {
  return `${findings?.visitedAt ?? plan.appointmentAt ?? createdAt}|${number}`
}
