import { type SearchParts, searchText } from '../../util/searchText'
import type { LostReport } from './types'

/** What a lost report is found by (domain 10): number, owner, phone, door number, thing, places. */
export function lostReportSearchParts({ number, intake, ending }: LostReport): SearchParts {
  const { owner } = intake
  return {
    names: [owner.name],
    texts: [
      number,
      owner.phone,
      owner.unitCode,
      intake.item,
      intake.features,
      intake.places,
      intake.remarks,
      ending?.words ?? '',
    ],
  }
}

/** The folded search text with pinyin. Needs `loadPinyin`. */
export function lostReportSearchText(record: LostReport): string {
  return searchText(lostReportSearchParts(record))
}
