import { complaintSearchText, listFacets, sortKey } from '../../../../shared/domain/complaint'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import type { RowTraits } from '../rowTraits'

/** How complaints are listed and found. */
export const complaintTraits: RowTraits<Complaint> = {
  facets: listFacets,
  sortKey,
  search: (complaint) => ({
    kind: 'complaint',
    parentId: complaint.intake.complainant.unitId ?? '',
    text: complaintSearchText(complaint),
  }),
}
