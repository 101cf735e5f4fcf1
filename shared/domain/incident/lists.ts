import { listOrder } from '../register/listOrder'
import { awaitingSignature } from './paper'
import { isOpen, needsApproval } from './states'
import type { Incident } from './types'

/**
 * Named sets of the list index: `open` or `ended`, `state:<state>`, `kind:<kind>`, `restricted`, `severity:<severity>`,
 * `hurt`, `approval` (needs the director's), `loss`, `awaiting` (待签), `reported:<报告人>`, `first:<userId>` for the
 * open matters of whoever reports. A 限阅 record stands in none that says more than number, type and state.
 */
export function listFacets(record: Incident): string[] {
  const { state, report, restricted, reportedByUserId } = record
  const open = isOpen(record)
  return [
    open ? 'open' : 'ended',
    `state:${state}`,
    ...(state === 'reserved' ? [] : [`kind:${report.kind}`]),
    ...(open ? [`first:${reportedByUserId}`] : []),
    ...(awaitingSignature(record) ? ['awaiting'] : []),
    ...(restricted ? ['restricted'] : tellingFacets(record)),
  ]
}

function tellingFacets(record: Incident): string[] {
  const { report, losses, reportedBy } = record
  return [
    ...(report.severity ? [`severity:${report.severity}`] : []),
    ...(report.personHurt ? ['hurt'] : []),
    ...(needsApproval(record) ? ['approval'] : []),
    ...(losses.length > 0 ? ['loss'] : []),
    ...(reportedBy ? [`reported:${reportedBy}`] : []),
  ]
}

/** Households that it is about: their history shows it. Of a 限阅 record none. */
export function unitIdsOf({ restricted, parties }: Pick<Incident, 'restricted' | 'parties'>): string[] {
  if (restricted) return []
  return [...new Set(parties.flatMap(({ person }) => (person.unitId ? [person.unitId] : [])))]
}

/** Order of the list: what is due next first, ended ones last. */
export function sortKey(record: Incident): string {
  return listOrder(record, isOpen(record) ? null : (record.archivedAt ?? record.void?.at))
}
