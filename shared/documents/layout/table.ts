import type { Block, Cell, TableBlock } from '../definition'
import type { Coverage } from '../runs'
import { isLong, LINE_ROW, labelCell, paragraphs } from './grid'
import { A4_WIDTH, PAD_X, RULE } from './measures'

/** One column of a table over upright A4: its head and the width of its texts, points. 0 takes what is left. */
export type Column = readonly [head: string, width: number]

export interface RowsTable {
  /** Stands over the table and is repeated with its head: 三、通知. */
  band?: string
  columns: readonly Column[]
  /** The texts of each row, in the order of the columns. */
  rows: readonly (readonly string[])[]
  /** Empty rows for the hand after the others. */
  blank?: number
  coverage: Coverage
}

/** Height of an empty row, for the hand. */
const HAND_ROW = 22

function widthsOf(columns: readonly Column[]): number[] {
  const inner = A4_WIDTH - columns.length * 2 * PAD_X - (columns.length + 1) * RULE
  const fixed = columns.reduce((sum, [, width]) => sum + width, 0)
  return columns.map(([, width]) => (width === 0 ? inner - fixed : width))
}

function headOf({ band, columns }: RowsTable): { cells: Cell[][]; heights: number[] } {
  const heads = columns.map(([head]): Cell => ({ ...labelCell(head), noWrap: false }))
  if (band === undefined) return { cells: [heads], heights: [LINE_ROW] }
  const over: Cell = { text: band, bold: true, colSpan: columns.length, characterSpacing: 1, noWrap: true }
  return { cells: [[over, ...columns.slice(1).map(() => ({}))], heads], heights: [15, LINE_ROW] }
}

/**
 * Rows under a head that is repeated on each page. A row stands on one page, unless one of its texts is too long for
 * that: then rows may run over.
 */
export function rowsTable(given: RowsTable): TableBlock {
  const { columns, rows, blank = 0, coverage } = given
  const widths = widthsOf(columns)
  const head = headOf(given)
  const cells = rows.map((texts) =>
    texts.map((text, index): Block => paragraphs(text, coverage, widths[index] ?? 0)),
  )
  const empty = Array.from({ length: blank }, () => columns.map((): Cell => ({ text: '' })))
  const long = rows.some((texts) => texts.some((text, index) => isLong(text, widths[index] ?? 0)))
  return {
    table: {
      widths,
      body: [...head.cells, ...cells, ...empty],
      heights: [...head.heights, ...cells.map(() => LINE_ROW), ...empty.map(() => HAND_ROW)],
      headerRows: head.cells.length,
      keepWithHeaderRows: rows.length + blank > 0 ? 1 : 0,
      dontBreakRows: !long,
    },
    layout: 'boxed',
    // Neighbouring tables share one rule.
    margin: [0, -RULE, 0, 0],
  }
}
