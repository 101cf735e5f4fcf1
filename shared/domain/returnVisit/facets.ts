import { dueOrder, endedOrder } from '../register/listOrder'
import { awaitingSignature } from './paper'
import { roundOf } from './round'
import type { ReturnVisitRecord } from './types'

/**
 * `open` (a blank row that waits) or `ended`, `state:<state>`, `source:<来源>`, `satisfaction:<A|B|C>`, `visitor:<回访人员>`,
 * `awaiting` (待签), `round:<quarter>` for those of a 季度回访.
 */
export function listFacets(record: ReturnVisitRecord): string[] {
  const { state, entry, round } = record
  const said = state === 'recorded' ? entry : null
  return [
    state === 'reserved' ? 'open' : 'ended',
    `state:${state}`,
    ...(said ? [`source:${said.source.kind}`, `satisfaction:${said.satisfaction}`] : []),
    ...(said?.visitedBy ? [`visitor:${said.visitedBy}`] : []),
    ...(round ? [`round:${round}`] : []),
    ...(awaitingSignature(record) ? ['awaiting'] : []),
  ]
}

/** Sets too many to count: `#unit:<unit>` of a household, `#called:<quarter>:<unit>` of those reached in a quarter. */
export function householdFacets({ state, entry }: ReturnVisitRecord): string[] {
  const unitId = entry?.person.unitId
  if (!unitId || state !== 'recorded') return []
  return [`#unit:${unitId}`, `#called:${roundOf(entry.visitedAt)}:${unitId}`]
}

/** Blank rows that wait first, then the latest return visit first. */
export function sortKey({ duty, entry, createdAt, number }: ReturnVisitRecord): string {
  return duty ? dueOrder(duty.dueAt, number) : endedOrder(entry?.visitedAt ?? createdAt, number)
}

/** Order of the book: by the time of the return visit. */
export function visitedKey({ entry, createdAt, number }: ReturnVisitRecord): string {
  return `${entry?.visitedAt ?? createdAt}|${number}`
}
