import type { SuggestionDecision, Suggestion, Verdict } from '../../domain/visitMonth/types'
import { decisionOn } from '../../domain/visitMonth/suggestions'
import type { Block } from '../definition'
import { choices } from '../layout/marks'
import { type Column, rowsTable } from '../layout/table'
import { VISIT_PART_WORDS } from '../visitRecord/labels'
import { when } from '../when'
import type { VisitSummaryInput } from './input'

export const VERDICT_WORDS: Record<Verdict, string> = { adopted: '采纳', notAdopted: '不采纳' }

const VERDICT_WIDTH = 44
const COLUMNS: Column[] = [
  ['编号', 94],
  ['房号', 46],
  ['意见和建议', 0],
  ['决定', VERDICT_WIDTH],
  ['处理说明', 140],
]
const BLANK_ROWS = 5

/** A suggestion, and what was decided on it. */
export interface Decided {
  suggestion: Suggestion
  decision: SuggestionDecision | undefined
}

/**
 * The suggestions in their order. Decisions on words that no visit says any more stay on the sheet: they were made.
 */
export function decidedOf({ month: { decisions = [] }, suggestions }: VisitSummaryInput): Decided[] {
  const said = suggestions.map((suggestion) => ({ suggestion, decision: decisionOn(suggestion, decisions) }))
  const used = new Set(said.map(({ decision }) => decision))
  const gone = decisions.filter((decision) => !used.has(decision))
  return [...said, ...gone.map((decision) => ({ suggestion: decision, decision }))]
}

/** What was said, after the part of the visit in which it was. */
export function suggestionText({ part, text }: Suggestion): string {
  return `【${VISIT_PART_WORDS[part]}】${text}`
}

/** What will be done or why not, by whom and when it was decided. */
export function decisionText(decision: SuggestionDecision | undefined): string {
  if (!decision) return ''
  return [decision.note, `${decision.by}\n${when(decision.at)}`].filter(Boolean).join('\n')
}

/** 意见和建议 with 采纳 or 不采纳 each; what is not decided on yet has boxes for the hand. */
export function suggestionsTable(input: VisitSummaryInput): Block {
  const rows = decidedOf(input).map(({ suggestion, decision }) => [
    suggestion.number,
    suggestion.unitCode,
    suggestionText(suggestion),
    choices(
      (['adopted', 'notAdopted'] as const).map((verdict) => ({
        label: VERDICT_WORDS[verdict],
        ticked: decision?.verdict === verdict,
      })),
      VERDICT_WIDTH,
    ),
    decisionText(decision),
  ])
  return rowsTable({
    band: '三、意见和建议',
    columns: COLUMNS,
    rows: input.month.id !== undefined && rows.length === 0 ? [['', '', '无', '', '']] : rows,
    blank: input.month.id === undefined ? BLANK_ROWS : 0,
    coverage: input.sheet.coverage,
  })
}
