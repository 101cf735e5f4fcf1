import { endedOrder, latestFirst } from '../register/listOrder'
import { isOpen } from './states'
import type { LostReport } from './types'

/** Named sets of the list index: `open` or `ended`, `state:<state>`, `category:<category>`, `received:<接待人>`. */
export function listFacets(record: LostReport): string[] {
  return [
    isOpen(record) ? 'open' : 'ended',
    `state:${record.state}`,
    `category:${record.intake.category}`,
    ...(record.receivedBy ? [`received:${record.receivedBy}`] : []),
  ]
}

/** Order of the list: what is looked for, newest first, before what has ended, latest ended first. */
export function sortKey(record: LostReport): string {
  if (isOpen(record)) return latestFirst(record.intake.registeredAt, record.number)
  return endedOrder(record.void?.at ?? record.ending?.at ?? record.updatedAt, record.number)
}
