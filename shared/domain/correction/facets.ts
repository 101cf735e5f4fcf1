import { searchText } from '../../util/searchText'
import { listOrder } from '../register/listOrder'
import { awaits } from '../register/paper'
import type { Correction } from './types'

/** The form that all three sign: 《更正单》. */
export const CORRECTION_FORM = 'correction'

/** `open` or `ended`, `state:<state>`, `month:<month>` that it changes, `#target:<id>` of its record, `awaiting` (待签). */
export function listFacets(record: Correction): string[] {
  const { state, month, prints, target } = record
  const open = state === 'requested' || state === 'verified'
  return [
    open ? 'open' : 'ended',
    `state:${state}`,
    `month:${month}`,
    `#target:${target.id}`,
    ...(state !== 'void' && awaits(prints[CORRECTION_FORM]) ? ['awaiting'] : []),
  ]
}

/** Order of the list: what is due next first, ended ones last. */
export function sortKey(record: Correction): string {
  const { state, updatedAt } = record
  return listOrder(record, state === 'requested' || state === 'verified' ? null : updatedAt)
}

/** What a 更正单 is found by (domain 10). */
export function correctionSearchText({ number, target, reason, requestedBy, changes }: Correction): string {
  // Anybody may search: a 更正单 of an incident is found by its numbers alone (domain 7).
  if (target.table === 'incidents') return searchText({ names: [], texts: [number, target.number] })
  // What somebody claims of a found item lies sealed; what it is found by does not.
  const open = changes.filter(({ path }) => !path.startsWith('claims.'))
  const words = open.flatMap(({ before, after }) => [before, after])
  return searchText({
    names: [requestedBy],
    texts: [number, target.number, reason, ...words.filter((word) => typeof word === 'string')],
  })
}
