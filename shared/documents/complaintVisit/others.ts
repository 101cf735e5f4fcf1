import type { CoComplainant } from '../../domain/complaint/types'
import { withoutPhones } from '../../util/otherPhones'
import type { Block, Cell } from '../definition'
import { isLong, LINE_ROW, labelCell, paragraphs } from '../layout/grid'
import { A4_WIDTH, PAD_X, RULE } from '../layout/measures'
import { type ComplaintVisitInput, when } from './input'
import { CHANNEL_WORDS } from './labels'

const COLUMNS = 5
const BLANK_ROWS = 2

const widths = (() => {
  const inner = A4_WIDTH - COLUMNS * 2 * PAD_X - (COLUMNS + 1) * RULE
  const fixed = [66, 54, 44, 94]
  return [...fixed, inner - fixed.reduce((sum, width) => sum + width, 0)]
})()

/** Phones of the other complainants: a sheet is read by more than one of them. */
export function otherPhones(others: readonly CoComplainant[]): string[] {
  return others.map(({ complainant }) => complainant.phone)
}

/** What paper shows of each other complainant, in the order of the columns: never a phone. */
export function otherTexts(others: readonly CoComplainant[]): string[][] {
  const phones = otherPhones(others)
  return others.map(({ complainant, channel, saidAt, words, fromNumber }) => [
    complainant.anonymous ? '匿名' : complainant.name,
    complainant.anonymous ? '' : complainant.unitCode,
    CHANNEL_WORDS[channel],
    when(saidAt),
    (fromNumber === '' ? '' : `（由${fromNumber}并入）`) + withoutPhones(words, phones),
  ])
}

function cells(texts: readonly string[], input: ComplaintVisitInput): Cell[] {
  return texts.map((text, index) => paragraphs(text, input.sheet.coverage, widths[index] ?? 0))
}

/**
 * 其他投诉人 of the same matter, a row each. Nothing where there is nobody else; a blank form has room for two, who
 * often come together.
 */
export function othersTable(input: ComplaintVisitInput): Block[] {
  const { intake, others = [] } = input.complaint
  const blank = Array.from({ length: BLANK_ROWS }, () => Array.from({ length: COLUMNS }, () => ''))
  const rows = intake ? otherTexts(others) : blank
  if (rows.length === 0) return []
  const head: Cell[][] = [
    ['其他投诉人', '房号', '渠道', '时间', '投诉人的话'].map((label) => labelCell(label)),
  ]
  return [
    {
      table: {
        widths,
        body: [...head, ...rows.map((texts) => cells(texts, input))],
        heights: [LINE_ROW, ...rows.map(() => 20)],
        headerRows: head.length,
        keepWithHeaderRows: 1,
        dontBreakRows: !rows.some((texts) => isLong(texts.at(-1) ?? '', widths.at(-1) ?? 0)),
      },
      layout: 'boxed',
      margin: [0, -RULE, 0, 0],
    },
  ]
}
