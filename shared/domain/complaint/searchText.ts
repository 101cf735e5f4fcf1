import { type SearchParts, searchText } from '../../util/searchText'
import { voicesOf } from './complainants'
import type { Complaint, Handling } from './types'

/**
 * What a complaint is found by (domain 10): number, people, phone, door number, and the words of the record. Of a
 * 匿名 complainant nothing that could name them; no ids, no void reason, no steps.
 */
export function complaintSearchParts(record: Complaint): SearchParts {
  const { intake, handling, answers, returnVisits } = record
  const voices = voicesOf(record)
  const named = voices.map(({ complainant }) => complainant).filter(({ anonymous }) => !anonymous)
  return {
    names: [...named.map(({ name }) => name), handling?.responsible ?? ''],
    texts: [
      record.number,
      ...named.flatMap(({ phone, unitCode }) => [phone, unitCode]),
      intake.subject,
      intake.place,
      ...voices.map(({ words }) => words),
      intake.remedy,
      ...(handling ? handlingTexts(handling) : []),
      ...answers.map(({ content }) => content),
      ...returnVisits.map(({ words }) => words),
      ...record.others.map(({ fromNumber }) => fromNumber),
      record.summary,
      record.correctiveActionRef,
    ],
  }
}

/** The folded search text with pinyin. Needs `loadPinyin`. */
export function complaintSearchText(record: Complaint): string {
  return searchText(complaintSearchParts(record))
}

function handlingTexts(handling: Handling): string[] {
  const { department, investigation, causeAnalysis, proposals, measures } = handling
  return [department, investigation, causeAnalysis, ...proposals, measures]
}
