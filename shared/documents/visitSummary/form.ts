import type { Block, PrintDefinition } from '../definition'
import { a4Form } from '../layout/frame'
import { bandRow, grid, gridRows, innerWidth, isLong, type Row } from '../layout/grid'
import { closingBlock } from '../layout/signatures'
import { type MissingText, missingTexts } from '../missing'
import { forms } from '../registry'
import { when } from '../when'
import { goalTexts, snapshotText } from './goals'
import { monthWords, type VisitSummaryInput } from './input'
import { decidedOf, decisionText, suggestionsTable, suggestionText } from './suggestions'

/** Which month, and how far it and the year are from their goals. */
function figureRows(input: VisitSummaryInput): Row[] {
  const row = gridRows(input.sheet.coverage)
  const goals = goalTexts(input)
  return [
    bandRow('一、访问情况'),
    row([
      { label: '月份', value: monthWords(input.month.id) },
      { label: '入住户数', value: snapshotText(input), span: 3 },
    ]),
    row([{ label: '本月目标', value: goals.month, span: 5 }]),
    row([{ label: '本年目标', value: goals.year, span: 5 }]),
  ]
}

/** 接待员意见 on the month as a whole. */
function opinionRows({ sheet, month: { submission } }: VisitSummaryInput): Row[] {
  const row = gridRows(sheet.coverage)
  return [
    bandRow('二、接待员意见'),
    row([{ label: '意见', value: submission?.opinion ?? '', span: 5 }], 60),
    row([
      { label: '接待员', value: submission?.by ?? '' },
      { label: '送主任时间', value: when(submission?.at), span: 3 },
    ]),
  ]
}

/** Room for the director's hand, points. */
const SUMMARY_ROOM = 110

/** 访问总结 with the director's signature where it is short enough to stay with it on one page, else before. */
function closing({ sheet, month: { summary } }: VisitSummaryInput): Block[] {
  const row = gridRows(sheet.coverage)
  const said = [
    bandRow('四、访问总结'),
    row([{ label: '总结', value: summary?.text ?? '', span: 5 }], SUMMARY_ROOM),
  ]
  // Two lines: what stays with the signature, wherever the text before ends.
  const last = [
    row([{ label: '总结人', value: summary?.by ?? '', span: 5 }]),
    row([{ label: '总结时间', value: when(summary?.at), span: 5 }]),
  ]
  const signers = [{ role: '主任' }]
  if (!isLong(summary?.text ?? '', innerWidth(1, 5))) {
    return [closingBlock([grid([...said, ...last])], signers, sheet.drawn)]
  }
  return [grid(said, true), closingBlock([grid(last)], signers, sheet.drawn)]
}

/**
 * 《访问总结》 (KF-FW-02) of a month: both goals, the clerk's opinion, 采纳/不采纳 of each suggestion, and what the director
 * makes of it (domain 8). An empty `month` gives the blank form.
 */
export function visitSummaryForm(input: VisitSummaryInput): PrintDefinition {
  const content = [
    grid(figureRows(input), true),
    grid(opinionRows(input), true),
    suggestionsTable(input),
    ...closing(input),
  ]
  return a4Form(forms.visitSummary, input.sheet, content)
}

type Labelled = readonly [string, string]

/** Every text that 《访问总结》 shows, with its label on the form. */
export function summaryTexts(input: VisitSummaryInput): Labelled[] {
  const { sheet, month } = input
  const { estateName, officeName } = sheet.office
  const goals = goalTexts(input)
  return [
    ['小区', estateName],
    ['管理处', officeName],
    ['打印人', sheet.printedBy],
    ['月份', monthWords(month.id)],
    ['入住户数', snapshotText(input)],
    ['本月目标', goals.month],
    ['本年目标', goals.year],
    ['接待员意见', month.submission?.opinion ?? ''],
    ['接待员', month.submission?.by ?? ''],
    ...decidedOf(input).flatMap(({ suggestion, decision }): Labelled[] => [
      ['编号', suggestion.number],
      ['房号', suggestion.unitCode],
      ['意见和建议', suggestionText(suggestion)],
      ['处理说明', decisionText(decision)],
    ]),
    ['访问总结', month.summary?.text ?? ''],
    ['总结人', month.summary?.by ?? ''],
  ]
}

/** Characters of this sheet that no font has, by field: to be said before it is printed. */
export function visitSummaryMissing(input: VisitSummaryInput): MissingText[] {
  return missingTexts(summaryTexts(input), input.sheet.coverage)
}
