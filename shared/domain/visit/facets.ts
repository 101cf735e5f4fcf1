import { civilDayOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { listOrder } from '../register/listOrder'
import { monthOf } from './month'
import { awaitingSignature } from './paper'
import { counts, isOpen } from './states'
import type { Visit } from './types'

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

/** Sets for the goals and for whom to visit next: read from the index alone, and never counted. */
export const IN_MONTH_FACET = '#in:'
export const OPINION_FACET = '#opinions:'
export const MONTH_FACET = '#month:'
export const DOORSTEP_FACET = '#doorstep:'
export const DAY_FACET = '#on:'
export const UNIT_FACET = '#unit:'
export const PLAN_FACET = '#plan:'

/**
 * Of visits that took place: `#in:<month>`, `#opinions:<month>` while 接待员意见 is missing, and of households of the archive
 * `#unit:<unit>`, `#month:<month>:<unit>`, `#doorstep:<month>:<unit>` for 上门, `#on:<day>:<unit>`. A planned visit stands
 * in `#plan:<unit>`.
 */
export function monthFacets(record: Visit): string[] {
  const { findings, plan, state } = record
  const { unitId } = plan.person
  if (state === 'planned') return unitId ? [`${PLAN_FACET}${unitId}`] : []
  if (!findings || !counts(record)) return []
  const month = monthOf(findings.visitedAt)
  return [
    `${IN_MONTH_FACET}${month}`,
    ...(record.opinion ? [] : [`${OPINION_FACET}${month}`]),
    ...(unitId ? householdFacets(record, unitId, findings.visitedAt) : []),
  ]
}

function householdFacets({ plan }: Visit, unitId: string, visitedAt: Instant): string[] {
  const month = monthOf(visitedAt)
  return [
    `${UNIT_FACET}${unitId}`,
    `${MONTH_FACET}${month}:${unitId}`,
    `${DAY_FACET}${civilDayOf(visitedAt)}:${unitId}`,
    ...(plan.way === 'doorstep' ? [`${DOORSTEP_FACET}${month}:${unitId}`] : []),
  ]
}

/** Order of the list: what is due next first, ended ones last. */
export function sortKey(record: Visit): string {
  return listOrder(record, isOpen(record) ? null : (record.closedAt ?? record.void?.at))
}

/** Order of the book: 访问时间, else 预约时间, else when the number was given. A period is a range of it. */
export function visitedKey({ findings, plan, createdAt, number }: Visit): string {
  return `${findings?.visitedAt ?? plan.appointmentAt ?? createdAt}|${number}`
}
