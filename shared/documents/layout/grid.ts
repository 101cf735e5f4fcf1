import type { Block, Cell, TableBlock, TextBlock } from '../definition'
import { type Coverage, ems, runs } from '../runs'
import { A4_WIDTH, BODY, PAD_X, RULE } from './measures'

const COLUMNS = 6
const LABEL = 53

/** Six columns over upright A4: three pairs of label and value. */
export const GRID_WIDTHS: number[] = (() => {
  const inner = A4_WIDTH - COLUMNS * 2 * PAD_X - (COLUMNS + 1) * RULE
  const value = (inner - 3 * LABEL) / 3
  return [LABEL, value, LABEL, value, LABEL, value]
})()

/** Width of the text in a cell that begins at column `from` and covers `span` columns, in points. */
export function innerWidth(from: number, span: number): number {
  const text = GRID_WIDTHS.slice(from, from + span).reduce((sum, width) => sum + width, 0)
  return text + (span - 1) * (2 * PAD_X + RULE)
}

/** One row of a grid with the height that it has at least (points), and whether it may run over a page's end. */
export interface Row {
  cells: Cell[]
  height: number
  breakable: boolean
}

/** A label and the value right of it. A value of several columns takes its neighbours' place. */
export interface Pair {
  label: string
  value: string | Block
  /** The text in `value` where that is a block, to know how long it is. */
  text?: string
  /** Columns of the value: 1, 3 or 5. */
  span?: 1 | 3 | 5
}

/** Height of a row of one line, with room to write by hand. */
export const LINE_ROW = 17
/** Height that a filled row of long text has at least: two lines, so that a word can be added. */
const FILLED_ROW = 32

function covered(count: number): Cell[] {
  return Array.from({ length: count }, () => ({}))
}

/** A bold label in the middle of its cell. */
export function labelCell(label: string): TextBlock {
  const noWrap = ems(label) * BODY <= LABEL
  return { text: label, bold: true, alignment: 'center', verticalAlignment: 'middle', noWrap }
}

/** Paragraphs of free text, each a block of its own, so that long texts are laid out quickly. */
export function paragraphs(text: string, coverage: Coverage, width: number, size = BODY): Block {
  const lines = text.trimEnd().split(/\r\n?|\n/)
  if (lines.length === 1) return valueText(text, coverage, width, size)
  return { stack: lines.map((line) => valueText(line === '' ? ' ' : line, coverage, width, size)) }
}

/** A text that stands on one line when it fits `width` points, else wraps. */
export function valueText(text: string, coverage: Coverage, width: number, size = BODY): TextBlock {
  const maxEms = width / size
  const parts = runs(text, coverage, maxEms)
  // A short cell that cannot wrap is laid out several times faster (quality 4).
  const short = ems(text) <= maxEms - 0.5
  return { text: parts, ...(short ? { noWrap: true } : {}), ...(size === BODY ? {} : { fontSize: size }) }
}

// Smaller type than this is not read at a counter.
const LEAST_TYPE = 7.5

/** A text on one line of `width` points, in smaller type where it must be; wrapped where that would be too small. */
export function oneLine(text: string, coverage: Coverage, width: number): TextBlock {
  const fontSize = Math.min(BODY, Math.floor((width / Math.max(1, ems(text))) * 10) / 10)
  if (fontSize < LEAST_TYPE) return valueText(text, coverage, width)
  return { text: runs(text, coverage, width / fontSize), fontSize, noWrap: true }
}

// Beyond this many lines a row may run over the page's end; up to it, it moves to the next page as a whole.
const MOST_KEPT_LINES = 14

/** How many lines a text takes in `width` points, at least; for choosing, not for measuring. */
function linesOf(text: string, width: number): number {
  const perLine = width / BODY
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(ems(line) / perLine)), 0)
}

/** True where a text is too long to be kept on one page, or has more lines than `most`. */
export function isLong(text: string, width: number, most = MOST_KEPT_LINES): boolean {
  return linesOf(text, width) > most
}

function runsOver({ value, text, span = 1 }: Pair): boolean {
  return isLong(typeof value === 'string' ? value : (text ?? ''), innerWidth(1, span))
}

function isFilled({ value, text }: Pair): boolean {
  return (typeof value === 'string' ? value : (text ?? '')).trim() !== ''
}

/**
 * Makes rows of label and value pairs; their spans must fill the six columns. `room` is the height for the hand
 * (points): what is filled already takes only what it needs.
 */
export function gridRows(coverage: Coverage): (pairs: Pair[], room?: number) => Row {
  return (pairs, room = LINE_ROW) => {
    let column = 0
    const breakable = pairs.some(runsOver)
    const height = pairs.some(isFilled) ? Math.min(room, FILLED_ROW) : room
    // Tall cells are written from the top; in a row over two pages the middle is nowhere.
    const fromTop = breakable || room > LINE_ROW * 1.5
    const align = { verticalAlignment: fromTop ? ('top' as const) : ('middle' as const) }
    const cells = pairs.flatMap(({ label, value, span = 1 }): Cell[] => {
      const width = innerWidth(column + 1, span)
      const body = typeof value === 'string' ? paragraphs(value, coverage, width) : value
      column += 1 + span
      return [{ ...labelCell(label), ...align }, { ...body, colSpan: span, ...align }, ...covered(span - 1)]
    })
    return { cells, height, breakable }
  }
}

/** A band over the whole width that names a part of the form. */
export function bandRow(title: string): Row {
  return {
    cells: [
      { text: title, bold: true, colSpan: COLUMNS, characterSpacing: 1, noWrap: true },
      ...covered(COLUMNS - 1),
    ],
    height: 15,
    breakable: false,
  }
}

function table(rows: Row[], headed: boolean): TableBlock {
  const whole = rows.every((row) => !row.breakable)
  return {
    table: {
      widths: GRID_WIDTHS,
      body: rows.map((row) => row.cells),
      heights: rows.map((row) => (row.breakable ? 'auto' : row.height)),
      dontBreakRows: whole,
      ...(headed ? { headerRows: 1, keepWithHeaderRows: 1 } : {}),
    },
    layout: 'boxed',
    // Neighbouring tables share one rule.
    margin: [0, -RULE, 0, 0],
  }
}

/**
 * A boxed grid of rows. Ordinary rows are never torn; a row of a long text flows over pages, in a table of its own,
 * because pdfmake loses what a row kept whole has beyond one page. With `headed` the first row is a band that stays
 * with the row after it and is repeated where the table goes on.
 */
export function grid(rows: Row[], headed = false): Block {
  const groups: Row[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last && !row.breakable && !last.some((other) => other.breakable)) last.push(row)
    else groups.push([row])
  }
  return { stack: groups.map((group, index) => table(group, headed && index === 0 && group.length > 1)) }
}
