import { listOrder } from '../register/listOrder'
import { awaitingSignature } from './paper'
import { isOpen } from './states'
import type { Complaint } from './types'

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

/** Order of the list: what is due next first, ended ones last. */
export function sortKey(record: Complaint): string {
  return listOrder(record, isOpen(record) ? null : (record.closedAt ?? record.void?.at))
}
