import { type SearchParts, searchText } from '../../util/searchText'
import type { LostItem } from './types'

/** What a found item is found by (domain 10): number, thing, places, people, phones. No ids, no last four of a paper. */
export function lostItemSearchParts(record: LostItem): SearchParts {
  const { intake, claims, handOver } = record
  return {
    names: [intake.finder.name, ...claims.map(({ name }) => name)],
    texts: [
      record.number,
      intake.name,
      intake.features,
      intake.foundPlace,
      intake.storedAt,
      intake.clues,
      intake.remarks,
      intake.finder.phone,
      intake.finder.role,
      ...claims.map(({ phone }) => phone),
      handOver?.office ?? '',
      handOver?.receipt ?? '',
    ],
  }
}

/** The folded search text with pinyin. Needs `loadPinyin`. */
export function lostItemSearchText(record: LostItem): string {
  return searchText(lostItemSearchParts(record))
}
