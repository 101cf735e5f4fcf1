import type { Cell, PrintDefinition, TableBlock } from '../definition'
import { excerpt } from '../excerpt'
import { paragraphs } from '../layout/grid'
import { listForm, listInner } from '../layout/list'
import { type MissingText, missingTexts } from '../missing'
import { forms } from '../registry'
import type { ComplaintLedgerInput } from './input'
import { ledgerTexts } from './row'
import { sumsTable } from './sums'

const SIZE = 8
/** Lines of a cell: a row stands on one page, so no text may fill it. */
const MOST_LINES = 6
const BLANK_ROWS = 10
const BLANK_HEIGHT = 26

const COLUMNS = [
  ['编号', 82],
  ['登记时间\n渠道', 73],
  ['投诉人\n房号', 62],
  ['投诉内容', 150],
  ['性质\n程度\n原因类别', 62],
  ['责任部门\n责任人', 50],
  ['处理措施/结果', 0],
  ['完成时间', 48],
  ['回访', 48],
  ['状态', 34],
] as const

const WIDTHS = (() => {
  const fixed = COLUMNS.reduce((sum, [, width]) => sum + width, 0)
  return COLUMNS.map(([, width]) => (width === 0 ? listInner(COLUMNS.length) - fixed : width))
})()

function shown(text: string, width: number): string {
  return excerpt(text, { lines: MOST_LINES, width, size: SIZE }, `……（共${[...text].length}字）`)
}

function cells(texts: readonly string[], input: ComplaintLedgerInput): Cell[] {
  return texts.map((text, index) => {
    const width = WIDTHS[index] ?? 0
    return paragraphs(shown(text, width), input.sheet.coverage, width, SIZE)
  })
}

function table(input: ComplaintLedgerInput): TableBlock {
  const blank = Array.from({ length: BLANK_ROWS }, () => COLUMNS.map(() => ''))
  const rows = input.rows ? input.rows.map(ledgerTexts) : blank
  const head: Cell[] = COLUMNS.map(([label]) => ({
    text: label,
    bold: true,
    fontSize: SIZE,
    alignment: 'center',
    verticalAlignment: 'middle',
  }))
  return {
    table: {
      widths: WIDTHS,
      body: [head, ...rows.map((texts) => cells(texts, input))],
      headerRows: 1,
      keepWithHeaderRows: rows.length > 0 ? 1 : 0,
      dontBreakRows: true,
      ...(input.rows ? {} : { heights: ['auto', ...rows.map(() => BLANK_HEIGHT)] }),
    },
    layout: 'dense',
  }
}

/**
 * 《投诉登记台账》 (KF-TS-03): complaints of a period or a selection, a row each, with sums and the supervisor's
 * signature. Long texts are excerpted, and say how long they are: the record has them whole.
 */
export function complaintLedgerForm(input: ComplaintLedgerInput): PrintDefinition {
  const { sheet, period, filter, rows } = input
  return listForm(forms.complaintLedger, sheet, { period, filter }, [table(input), sumsTable(rows)])
}

/** Characters of this ledger that no font has, by the number of their row: to be said before it is printed. */
export function ledgerMissing({ sheet, period, filter, rows }: ComplaintLedgerInput): MissingText[] {
  const { estateName, officeName } = sheet.office
  const head = [estateName, officeName, sheet.printedBy, period, filter]
  return missingTexts(
    [
      ...head.map((text) => ['表头', text] as const),
      ...(rows ?? []).flatMap((row) =>
        ledgerTexts(row).map((text, index) => [row.number, shown(text, WIDTHS[index] ?? 0)] as const),
      ),
    ],
    sheet.coverage,
  )
}
