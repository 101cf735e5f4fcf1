import { lostReportMonthFacts } from '../../../../shared/domain/lostReport/monthFacts'
import { listFacets, lostReportSearchText, sortKey } from '../../../../shared/domain/lostReport'
import type { LostReport } from '../../../../shared/domain/lostReport/types'
import type { RowTraits } from './types'

/** The household of the owner, where it is known. */
function unitIdsOf({ intake }: LostReport): string[] {
  return intake.owner.unitId ? [intake.owner.unitId] : []
}

/** How lost reports are listed and found. */
export const lostReportTraits: RowTraits<LostReport> = {
  // `#unit:` is the history of a household: too many values to count each.
  facets: (report) => [...listFacets(report), ...unitIdsOf(report).map((id) => `#unit:${id}`)],
  sortKey,
  orders: { registered: ({ intake, number }) => `${intake.registeredAt}|${number}` },
  month: lostReportMonthFacts,
  search: (report) => ({
    kind: 'lostReport',
    parentId: unitIdsOf(report).join(' '),
    text: lostReportSearchText(report),
  }),
}
