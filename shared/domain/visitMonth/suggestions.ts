import { foldText } from '../../util/textFold'
import { SUGGESTION_PARTS, type Visit } from '../visit/types'
import type { Suggestion, SuggestionDecision } from './types'

/** How people say that they have nothing to say, folded. */
const NOTHING = new Set([
  '无',
  '没有',
  '没',
  '无意见',
  '没有意见',
  '没意见',
  '暂无',
  '无建议',
  '暂无意见',
  '满意',
  'none',
])

/** Every 意见和建议 of the visits, each with where it stands, in the order of the visits; 无 is none. */
export function suggestionsOf(visits: readonly Visit[]): Suggestion[] {
  return visits.flatMap(({ id, number, plan, findings }) =>
    SUGGESTION_PARTS.flatMap((part): Suggestion[] => {
      const text = findings?.parts[part].trim() ?? ''
      if (text === '' || saysNothing(text)) return []
      return [{ visitId: id, number, unitCode: plan.person.unitCode, part, text }]
    }),
  )
}

function saysNothing(text: string): boolean {
  return NOTHING.has(foldText(text).replace(/[。.！!，,]/gu, ''))
}

/** What was decided on a suggestion; undefined where nothing was yet, or its words were corrected since. */
export function decisionOn(
  suggestion: Suggestion,
  decisions: readonly SuggestionDecision[],
): SuggestionDecision | undefined {
  return decisions.find(
    ({ visitId, part, text }) =>
      visitId === suggestion.visitId && part === suggestion.part && text === suggestion.text,
  )
}

/** Suggestions that wait for 采纳 or 不采纳. */
export function undecided(
  suggestions: readonly Suggestion[],
  decisions: readonly SuggestionDecision[],
): Suggestion[] {
  return suggestions.filter((suggestion) => !decisionOn(suggestion, decisions))
}
