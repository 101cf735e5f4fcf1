import { msOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { awaitingSignature } from './paper'
import { isOpen } from './states'
import type { Complaint } from './types'

/** Later than any deadline: records that wait for nothing come last. */
const NEVER = '9999-12-31T23:59:59.999Z'

/**
 * Named sets of the list index: `open` or `ended`, `state:<state>`, `cause:<cause>`, `severity:<severity>`,
 * `escalated`, `repeat` (重复投诉), `awaiting` (待签), `responsible:<责任人>`, `received:<接待人>`, and `first:<userId>`
 * for the open matters of whoever registered them (首问责任, domain 5).
 */
export function listFacets(record: Complaint): string[] {
  const { judgement, state, handling } = record
  const open = isOpen(record)
  return [
    open ? 'open' : 'ended',
    `state:${state}`,
    ...(judgement ? [`cause:${judgement.cause}`, `severity:${judgement.severity}`] : []),
    ...(record.escalatedAt ? ['escalated'] : []),
    ...(record.repeatOf ? ['repeat'] : []),
    ...(handling?.responsible ? [`responsible:${handling.responsible}`] : []),
    ...(record.receivedBy ? [`received:${record.receivedBy}`] : []),
    ...(awaitingSignature(record) ? ['awaiting'] : []),
    ...(open ? firstAsked(record).map((userId) => `first:${userId}`) : []),
  ]
}

/** 首问责任: everybody who took in this matter, whoever's words it was, each once. */
function firstAsked({ firstAskedUserId, alsoFirstAskedUserIds }: Complaint): string[] {
  return [...new Set([firstAskedUserId, ...alsoFirstAskedUserIds])]
}

/** The sort key of what ended at `at` or later, as of whatever is open, is smaller than this. */
export function endedSince(at: Instant): string {
  return `~${FAR - msOf(at)}|\uffff`
}

/** Past every instant that can be subtracted from it, ms: 13 digits, so that texts sort as numbers do. */
const FAR = 9_999_999_999_999

/**
 * Order of the list: what is due next first, then by number (ui, "List"). Overdue is a range of it. Ended records
 * stand after all open ones, the latest ended first.
 */
export function sortKey(record: Complaint): string {
  const endedAt = record.closedAt ?? record.void?.at
  if (endedAt && !isOpen(record)) return `~${FAR - msOf(endedAt)}|${record.number}`
  return `${record.duty?.dueAt ?? NEVER}|${record.number}`
}
