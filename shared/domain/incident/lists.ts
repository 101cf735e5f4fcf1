import { msOf } from '../../util/civilTime'
import { awaitingSignature } from './paper'
import { isOpen, needsApproval } from './states'
import type { Incident } from './types'

/** Later than any deadline: records that wait for nothing come last. */
const NEVER = '9999-12-31T23:59:59.999Z'
/** Past every instant that can be subtracted from it, ms: 13 digits, so that texts sort as numbers do. */
const FAR = 9_999_999_999_999

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

/** Order of the list: what is due next first, then by number; ended ones after all open, the latest ended first. */
export function sortKey(record: Incident): string {
  const endedAt = record.archivedAt ?? record.void?.at
  if (endedAt && !isOpen(record)) return `~${FAR - msOf(endedAt)}|${record.number}`
  return `${record.duty?.dueAt ?? NEVER}|${record.number}`
}
