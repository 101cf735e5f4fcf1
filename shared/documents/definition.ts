import type { Instant } from '../util/instant'

/**
 * What a form is made of: plain data in the shape that pdfmake takes, so that it can be sent to the print worker.
 * Written out here because pdfmake's own types bring DOM and Node types with them, and shared stays pure.
 * Lengths are PDF points (1 mm = 2.8346 pt), margins are left, top, right, bottom.
 */
export type Margin = [number, number, number, number]

/**
 * Grey of what stands behind the text: as pale as the text over it allows, and solid, because old printers draw
 * transparent pages slowly or wrongly.
 */
export const PALE = '#cccccc'

/** A run of text in one font. No `font`: the form's own. `noWrap`: never broken over two lines. */
export interface Run {
  text: string
  font?: string
  noWrap?: boolean
  bold?: boolean
}

interface Common {
  margin?: Margin
  /** Width as a column: points, the rest, or what it needs. */
  width?: number | '*' | 'auto'
  /** As a table cell. */
  colSpan?: number
  border?: [boolean, boolean, boolean, boolean]
  verticalAlignment?: 'top' | 'middle' | 'bottom'
  /** Begins on a page of its own. */
  pageBreak?: 'before'
}

export interface TextBlock extends Common {
  text: string | Run[]
  bold?: boolean
  fontSize?: number
  alignment?: 'left' | 'center' | 'right'
  noWrap?: boolean
  characterSpacing?: number
  lineHeight?: number
  /** Without it black. */
  color?: typeof PALE
}

export interface StackBlock extends Common {
  stack: Block[]
  /** Kept on one page. */
  unbreakable?: boolean
}

export interface ColumnsBlock extends Common {
  columns: Block[]
  columnGap?: number
}

export interface TableBlock extends Common {
  table: {
    widths: (number | '*')[]
    body: Cell[][]
    /** Rows repeated at the top of each page that the table runs over. */
    headerRows?: number
    /** Rows after the head that stay on its page. */
    keepWithHeaderRows?: number
    /** Least height of each row. */
    heights?: (number | 'auto')[]
    dontBreakRows?: boolean
  }
  layout: LayoutName
  unbreakable?: boolean
}

/** Line shapes, black. Ticks and boxes are drawn, never printed as characters: no font has them all. */
export type Shape =
  /** With a colour it is filled and has no edge. */
  | { type: 'rect'; x: number; y: number; w: number; h: number; lineWidth: number; color?: 'black' }
  | {
      type: 'line'
      x1: number
      y1: number
      x2: number
      y2: number
      lineWidth: number
      dash?: { length: number }
    }
  | {
      type: 'polyline'
      points: { x: number; y: number }[]
      lineWidth: number
      lineCap?: 'round'
      lineJoin?: 'round'
    }

export interface CanvasBlock extends Common {
  canvas: Shape[]
}

/** A drawing with words in it: a chart. `fonts` names what its text needs besides the form's own font. */
export interface SvgBlock extends Common {
  svg: string
  fonts?: { font: string }[]
}

export type Block = TextBlock | StackBlock | ColumnsBlock | TableBlock | CanvasBlock | SvgBlock

/** A cell that another one covers by its `colSpan`. */
export type Covered = Record<string, never>
export type Cell = Block | Covered

/**
 * Rules of a table, drawn by the print engine: `boxed` thin rules all around, `dense` the same with less room in the
 * cells, `bare` none.
 */
export type LayoutName = 'boxed' | 'dense' | 'bare'

/** `label`: 60 × 40 mm. */
export type Paper = 'A4' | 'A4-landscape' | 'A5' | 'A5-landscape' | 'label'

/** Stand in the running head and foot for the page's number and the count of pages. */
export const PAGE = '{page}'
export const PAGES = '{pages}'

/** Behind the text of the first page, and of each further one. Behind, because in front it would cover the text. */
export interface Underlay {
  first: Block
  further: Block
}

/** One printed form, ready for the print worker. The same definition gives the same bytes. */
export interface PrintDefinition {
  /** Title of the PDF, also the print job's. */
  title: string
  author: string
  /** Print time: the PDF's dates. */
  createdAt: Instant
  paper: Paper
  margins: Margin
  /** Head of every page but the first, which has the form's own. */
  continuedHead: Block
  foot: Block
  /** What stands behind the text, from the upper left corner of the paper: a mark such as 作废, a line to cut along. */
  underlay?: Underlay
  content: Block[]
  /** Further parts of the form on sheets of their own, each with its own head, foot and count of pages. */
  parts?: PrintDefinition[]
}
