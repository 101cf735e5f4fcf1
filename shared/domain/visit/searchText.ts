import { type SearchParts, searchText } from '../../util/searchText'
import { VISIT_PARTS, type Visit } from './types'

/** What a visit is found by (domain 10): number, people, phone, door number and its words. Private notes are no part of it. */
export function visitSearchParts({ number, plan, findings, feedback, opinion }: Visit): SearchParts {
  const { person, visitor } = plan
  return {
    names: [person.name, visitor],
    texts: [
      number,
      person.phone,
      person.unitCode,
      ...(findings ? VISIT_PARTS.map((part) => findings.parts[part]) : []),
      feedback?.result ?? '',
      opinion?.text ?? '',
    ],
  }
}

/** The folded search text with pinyin. Needs `loadPinyin`. */
export function visitSearchText(record: Visit): string {
  return searchText(visitSearchParts(record))
}
