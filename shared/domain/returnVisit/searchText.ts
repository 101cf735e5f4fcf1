import { type SearchParts, searchText } from '../../util/searchText'
import type { ReturnVisitRecord } from './types'

/** What a return visit is found by (domain 10): number, people, phone, door number, what it follows up, its words. */
export function returnVisitSearchParts({ number, entry }: ReturnVisitRecord): SearchParts {
  if (!entry) return { names: [], texts: [number] }
  const { person, source, content, visitedBy } = entry
  return {
    names: [person.name, visitedBy],
    texts: [number, person.phone, person.unitCode, source.number, content],
  }
}

/** The folded search text with pinyin. Needs `loadPinyin`. */
export function returnVisitSearchText(record: ReturnVisitRecord): string {
  return searchText(returnVisitSearchParts(record))
}
