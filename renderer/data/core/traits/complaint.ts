import { complaintSearchText, listFacets, sortKey, unitIdsOf } from '../../../../shared/domain/complaint'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import type { RowTraits } from './types'

/** How complaints are listed and found. */
export const complaintTraits: RowTraits<Complaint> = {
  // `#unit:` is the history of a household: too many values to count each.
  facets: (complaint) => [...listFacets(complaint), ...unitIdsOf(complaint).map((id) => `#unit:${id}`)],
  sortKey,
  // A period of the book is a range of this (登记时间).
  orders: { registered: ({ intake, number }) => `${intake.registeredAt}|${number}` },
  search: (complaint) => ({
    kind: 'complaint',
    parentId: unitIdsOf(complaint).join(' '),
    text: complaintSearchText(complaint),
  }),
}
