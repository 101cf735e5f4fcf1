import { listOrder } from '../register/listOrder'
import { openClaim } from './claims'
import { awaitingSignature } from './paper'
import { isKept, isOpen, isSensitive } from './states'
import type { LostItem } from './types'

/**
 * Named sets of the list index: `open` or `ended`, `kept` (what should lie in the house), `state:<state>`,
 * `category:<category>`, `band:<band>`, `sensitive` while it is still here, `unnoticed` (no 招领公告 yet), `claiming`
 * (stated, not shown yet), `awaiting` (待签), `received:<接收人>`.
 */
export function listFacets(record: LostItem): string[] {
  const { state, intake } = record
  const kept = isKept(record)
  return [
    isOpen(record) ? 'open' : 'ended',
    `state:${state}`,
    ...(state === 'reserved' ? [] : [`category:${intake.category}`, `band:${intake.estimate.band}`]),
    ...(kept ? ['kept'] : []),
    ...(kept && isSensitive(record) ? ['sensitive'] : []),
    ...(kept && record.notices.length === 0 ? ['unnoticed'] : []),
    ...(kept && openClaim(record) ? ['claiming'] : []),
    ...(intake.receivedBy ? [`received:${intake.receivedBy}`] : []),
    ...(awaitingSignature(record) ? ['awaiting'] : []),
  ]
}

/** When the thing left the house; null while it is here, or was voided before it ever was. */
export function endedAt(record: LostItem): string | null {
  const { claims, handOver, disposal } = record
  const claimedAt = claims.find((claim) => claim.claimedAt !== null)?.claimedAt
  return record.void?.at ?? claimedAt ?? handOver?.at ?? disposal?.at ?? null
}

/** Order of the list: what is due next first, ended ones last. */
export function sortKey(record: LostItem): string {
  return listOrder(record, isOpen(record) ? null : endedAt(record))
}
