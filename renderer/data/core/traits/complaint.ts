import { complaintSearchText, listFacets, sortKey } from '../../../../shared/domain/complaint'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import type { RowTraits } from './types'

/** How complaints are listed and found. */
export const complaintTraits: RowTraits<Complaint> = {
  // `#unit:` is the history of a household: too many values to count each.
  facets: (complaint) => {
    const { unitId } = complaint.intake.complainant
    return unitId ? [...listFacets(complaint), `#unit:${unitId}`] : listFacets(complaint)
  },
  sortKey,
  search: (complaint) => ({
    kind: 'complaint',
    parentId: complaint.intake.complainant.unitId ?? '',
    text: complaintSearchText(complaint),
  }),
}
