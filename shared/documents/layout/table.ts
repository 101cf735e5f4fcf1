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
  /** The texts of each row, or what is more than text, in the order of the columns. */
  rows: readonly (readonly (string | Block)[])[]
  /** Empty rows for the hand after the others. */
  blank?: number
  coverage: Coverage
  /** Lines of a row that still stands on one page, where the paper is not upright A4. */
  most?: number
  /** Least height of a row, points. */
  height?: number
  /** Whether it stands high enough on its page for a row that runs over to begin there. */
  high?: boolean
}

/** Lines of a row that still stands on one page; a longer one begins a page and runs over. */
const MOST_LINES = 38
/** Height of an empty row, for the hand. */
const HAND_ROW = 22

function widthsOf(columns: readonly Column[]): number[] {
  const inner = A4_WIDTH - columns.length * 2 * PAD_X - (columns.length + 1) * RULE
  const fixed = columns.reduce((sum, [, width]) => sum + width, 0)
  return columns.map(([, width]) => (width === 0 ? inner - fixed : width))
}

interface Head {
  cells: Cell[][]
  heights: number[]
}

function headOf({ columns, height = LINE_ROW }: RowsTable, band?: string): Head {
  const heads = columns.map(([head]): Cell => ({ ...labelCell(head), noWrap: false }))
  if (band === undefined) return { cells: [heads], heights: [height] }
  const over: Cell = { text: band, bold: true, colSpan: columns.length, characterSpacing: 1, noWrap: true }
  return { cells: [[over, ...columns.slice(1).map(() => ({}))], heads], heights: [15, height] }
}

interface TableRow {
  cells: Cell[]
  height: number
  long: boolean
}

function rowsOf(
  { columns, rows, blank = 0, coverage, most = MOST_LINES, height = LINE_ROW }: RowsTable,
  widths: number[],
): TableRow[] {
  const filled = rows.map((said): TableRow => {
    const long = said.some((one, index) => typeof one === 'string' && isLong(one, widths[index] ?? 0, most))
    const cells = said.map((one, index) =>
      typeof one === 'string' ? paragraphs(one, coverage, widths[index] ?? 0) : one,
    )
    return { cells, height, long }
  })
  const empty = { cells: columns.map((): Cell => ({ text: '' })), height: HAND_ROW, long: false }
  return [
    ...filled,
    ...Array.from({ length: blank }, () => ({ ...empty, cells: empty.cells.map((cell) => ({ ...cell })) })),
  ]
}

function tableOf(rows: TableRow[], { cells, heights }: Head, widths: number[], high: boolean): TableBlock {
  return {
    table: {
      widths,
      body: [...cells, ...rows.map((row) => row.cells)],
      heights: [...heights, ...rows.map(({ height, long }) => (long ? ('auto' as const) : height))],
      headerRows: cells.length,
      keepWithHeaderRows: rows[0]?.long === false ? 1 : 0,
      dontBreakRows: rows.every(({ long }) => !long),
    },
    layout: 'boxed',
    // Neighbouring tables share one rule.
    margin: [0, -RULE, 0, 0],
    // What is kept with the head must fit one page: else the head could be left alone at the foot of the page before.
    ...(rows[0]?.long && !high ? { pageBreak: 'before' as const } : {}),
  }
}

/**
 * Rows under a head that is repeated on each page. A row stands on one page; one that is too long for that runs over in
 * a table of its own, so that it tears none of the others.
 */
export function rowsTable(given: RowsTable): Block {
  const widths = widthsOf(given.columns)
  const groups: TableRow[][] = []
  for (const row of rowsOf(given, widths)) {
    const last = groups.at(-1)
    if (last && !row.long && !last.some(({ long }) => long)) last.push(row)
    else groups.push([row])
  }
  if (groups.length === 0) groups.push([])
  return {
    stack: groups.map((rows, index) => {
      const first = index === 0
      return tableOf(
        rows,
        headOf(given, first ? given.band : undefined),
        widths,
        first && given.high === true,
      )
    }),
  }
}
