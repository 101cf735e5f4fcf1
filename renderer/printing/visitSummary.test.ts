import { expect, it, vi } from 'vitest'
import { forms } from '../../shared/documents/registry'
import {
  blankSummary,
  longestSummary,
  shortSummary,
  typicalSummary,
} from '../../shared/documents/samples/visitMonths'
import { summaryTexts, visitSummaryForm, visitSummaryMissing } from '../../shared/documents/visitSummary/form'
import { goalTexts } from '../../shared/documents/visitSummary/goals'
import type { VisitSummaryInput } from '../../shared/documents/visitSummary/input'
import { coverage } from './fonts/coverage'
import { type CheckedSheet, checkSamples, checkSignatures } from './testing/formChecks'

vi.setConfig({ testTimeout: 120_000 })

const LABELS =
  '月份 入住户数 本月目标 本年目标 接待员意见 送主任时间 编号 房号 意见和建议 决定 处理说明 总结 总结人 总结时间 主任签名'.split(
    ' ',
  )

function checked(input: VisitSummaryInput): CheckedSheet {
  // When the households were counted is no matter of the sheet: the day is.
  const { snapshot: _snapshot, ...month } = input.month
  return {
    form: visitSummaryForm(input),
    meta: forms.visitSummary,
    ...input.sheet,
    texts: summaryTexts(input),
    record: month,
    labels: LABELS,
  }
}

checkSamples('visit-summary', [
  ['short', checked(shortSummary(coverage)), 1],
  ['typical', checked(typicalSummary(coverage)), 1],
  ['longest', checked(longestSummary(coverage)), 9],
  ['blank', checked(blankSummary(coverage)), 1],
])

it('shows both goals with numerator, denominator and definition, and 无 where nobody lives', () => {
  const { month, year } = goalTexts(typicalSummary(coverage))
  expect(month).toBe('访问22户 ÷ 412户 = 5.3%；目标不少于5%，即21户：已达到')
  expect(year).toBe('上门318户 ÷ 412户 = 77.2%；目标超过80%，即330户：未达到')
  const empty = { numerator: 0, denominator: 0 }
  const input = { ...typicalSummary(coverage), month: { goals: { month: empty, year: empty } } }
  expect(goalTexts(input).month).toBe('访问0户 ÷ 0户 = 无；目标不少于5%，即0户：没有入住户')
})

it('names the characters that no font has, by field', () => {
  const input = typicalSummary((codePoint) => (codePoint > 0xffff ? null : ''))
  if (input.month.summary) input.month.summary.text = '𠮷女士'
  expect(visitSummaryMissing(input)).toEqual([{ field: '访问总结', characters: ['𠮷'] }])
})

it('keeps its signature together with two lines of text', async () => {
  const formOf = (lines: string) => {
    const input = typicalSummary(coverage)
    if (input.month.summary) input.month.summary.text = lines
    return visitSummaryForm(input)
  }
  await checkSignatures(formOf, 1, ['总结人', '总结时间'])
})
