import { againIds } from '../../domain/complaint/complainants'
import type { CoComplainant } from '../../domain/complaint/types'
import { withoutPhones } from '../../util/otherPhones'
import type { Block, Cell } from '../definition'
import { isLong, LINE_ROW, labelCell, paragraphs } from '../layout/grid'
import { A4_WIDTH, PAD_X, RULE } from '../layout/measures'
import { type ComplaintOnPaper, type ComplaintVisitInput, when } from './input'
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

/**
 * What paper shows of each other complainant, in the order of the columns: never a phone. 再次来电 of somebody who
 * stands on it already says so.
 */
export function otherTexts({ intake, others = [] }: ComplaintOnPaper): string[][] {
  const phones = otherPhones(others)
  const again = intake ? againIds({ intake, others }) : new Set<string>()
  return others.map(({ id, complainant, channel, saidAt, words, fromNumber }) => [
    complainant.anonymous ? '匿名' : complainant.name,
    complainant.anonymous ? '' : complainant.unitCode,
    CHANNEL_WORDS[channel],
    when(saidAt),
    (again.has(id) ? '（再次来电）' : '') +
      (fromNumber === '' ? '' : `（由${fromNumber}并入）`) +
      withoutPhones(words, phones),
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
  const { complaint } = input
  const blank = Array.from({ length: BLANK_ROWS }, () => Array.from({ length: COLUMNS }, () => ''))
  const rows = complaint.intake ? otherTexts(complaint) : blank
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
