import { complaintMonthFacts } from '../../../../shared/domain/complaint/monthFacts'
import { complaintSearchText, listFacets, sortKey, unitIdsOf } from '../../../../shared/domain/complaint'
import { escalationDue } from '../../../../shared/domain/complaint/deadlines'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { civilDayOf } from '../../../../shared/util/civilTime'
import type { RowTraits } from './types'

/** By day, so that what becomes 重大 within so many days is one range of the index (domain 5). */
function escalatesOn(complaint: Complaint): string[] {
  const due = escalationDue(complaint)
  return due ? [`#escalates:${civilDayOf(due)}`] : []
}

/** How complaints are listed and found. */
export const complaintTraits: RowTraits<Complaint> = {
  // `#unit:` is the history of a household: too many values to count each.
  facets: (complaint) => [
    ...listFacets(complaint),
    ...unitIdsOf(complaint).map((id) => `#unit:${id}`),
    ...escalatesOn(complaint),
  ],
  sortKey,
  // A period of the book is a range of this (登记时间).
  orders: { registered: ({ intake, number }) => `${intake.registeredAt}|${number}` },
  month: complaintMonthFacts,
  search: (complaint) => ({
    kind: 'complaint',
    parentId: unitIdsOf(complaint).join(' '),
    text: complaintSearchText(complaint),
  }),
}
