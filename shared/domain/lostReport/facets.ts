import { msOf } from '../../util/civilTime'
import { isOpen } from './states'
import type { LostReport } from './types'

/** Past every instant that can be subtracted from it, ms: 13 digits, so that texts sort as numbers do. */
const FAR = 9_999_999_999_999

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
  const ended = isOpen(record) ? null : (record.void?.at ?? record.ending?.at ?? record.updatedAt)
  const place = FAR - msOf(ended ?? record.intake.registeredAt)
  return `${ended === null ? '' : '~'}${place}|${record.number}`
}
