import { monthGoal, yearGoal } from '../../domain/visit/goals'
import { SUGGESTION_PARTS } from '../../domain/visit/types'
import type { Suggestion, SuggestionDecision } from '../../domain/visitMonth/types'
import type { Coverage } from '../runs'
import type { VisitSummaryInput } from '../visitSummary/input'
import { sampleSheet } from './complaints'
import { longText } from './longText'

// Test data, all of it made up; the product never reads it.

const WORDS = [
  '地下车库B区照明偏暗，希望增加照明。',
  '希望周末也可以代收快递，最好到21:00。',
  '建议增加儿童手工活动。',
  '电梯里的广告声音太大。',
]

function suggestion(index: number, text = WORDS[index % WORDS.length] ?? ''): Suggestion {
  return {
    visitId: `v${index}`,
    number: `客服-FW-2026-${String(30 + index).padStart(4, '0')}`,
    unitCode: `5-2-${3 + index}01`,
    part: SUGGESTION_PARTS[index % SUGGESTION_PARTS.length] ?? 'management',
    text,
  }
}

function decided(given: Suggestion, index: number): SuggestionDecision {
  const adopted = index % 3 !== 1
  return {
    ...given,
    verdict: adopted ? 'adopted' : 'notAdopted',
    note: adopted ? '工程部12月15日前完成。' : '周末值班人手不足，暂不延时。',
    at: '2026-12-08T02:00:00.000Z',
    by: '赵立新',
  }
}

/** A running month without a suggestion. */
export function shortSummary(coverage: Coverage): VisitSummaryInput {
  return {
    sheet: sampleSheet(coverage, '2026-11'),
    month: { id: '2026-11', snapshot: null, submission: null, decisions: [], summary: null, goals: null },
    suggestions: [],
    goals: { month: monthGoal(3, 412), year: yearGoal(201, 412) },
  }
}

/** A month that was signed; one suggestion was not decided on. */
export function typicalSummary(coverage: Coverage): VisitSummaryInput {
  const suggestions = [0, 1, 2, 3].map((index) => suggestion(index))
  return {
    sheet: sampleSheet(coverage, '2026-11', 2),
    suggestions,
    month: {
      id: '2026-11',
      snapshot: { day: '2026-11-30', occupied: 412, takenAt: '2026-11-30T16:05:00.000Z', late: false },
      submission: {
        opinion: '本月访问22户，意见集中在车库照明和快递代收。独居老人3户均已安排每周问候。',
        at: '2026-12-04T08:30:00.000Z',
        by: '李晓梅',
      },
      decisions: suggestions.slice(0, 3).map(decided),
      summary: {
        text: '车库照明列入本月维修计划；快递代收待春节后增加人手再议。访问户数达到目标，全年上门比例仍需努力。',
        at: '2026-12-09T03:00:00.000Z',
        by: '赵立新',
      },
      goals: { month: { numerator: 22, denominator: 412 }, year: { numerator: 318, denominator: 412 } },
    },
  }
}

/** Sixteen suggestions, some of them of a page and more, and long words about them. */
export function longestSummary(coverage: Coverage): VisitSummaryInput {
  const { month } = typicalSummary(coverage)
  const { submission, summary, snapshot } = month
  if (!submission || !summary || !snapshot) throw new Error('the typical sample has all of its parts')
  const suggestions = Array.from({ length: 16 }, (_, index) =>
    suggestion(index, index % 10 === 5 ? longText(700) : longText(30 + index * 3)),
  )
  const gone = suggestion(41, '这条意见后来改过。')
  const decisions = [...suggestions, gone].map(decided)
  return {
    sheet: sampleSheet(coverage, '2026-11', 12),
    suggestions,
    month: {
      ...month,
      snapshot: { ...snapshot, late: true },
      submission: { ...submission, opinion: longText(3000), by: '欧阳𠮷娜' },
      decisions: decisions.map((one, index) => (index === 3 ? { ...one, note: longText(400) } : one)),
      summary: { ...summary, text: longText(2000) },
    },
  }
}

/** Nothing but its month's place. */
export function blankSummary(coverage: Coverage): VisitSummaryInput {
  return { sheet: sampleSheet(coverage, '2026-12'), month: {}, suggestions: [] }
}
