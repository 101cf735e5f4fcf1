import type { ScreenSignature } from '../../domain/register/types'
import type { Block, Cell, TableBlock, TextBlock } from '../definition'
import { excerpt, type Room } from '../excerpt'
import { type Coverage, runs } from '../runs'
import type { Sheet } from './frame'
import { paragraphs } from './grid'
import { drawnSignature } from './drawnSignature'
import { DENSE_PAD_X, RULE } from './measures'
import { dateLine } from './signatures'

/** One row of a slip: one pair over the whole width, or two or three beside each other. */
export interface SlipRow {
  pairs: SlipPair[]
  /** Height of the row in lines, for the hand where less is written; 1. */
  lines?: number
  /** Lines that a value may take before it is excerpted; two, or `lines` where those are more. */
  most?: number
}

export interface SlipPair {
  label: string
  value: string | Block
  /** What follows a value that had to be cut short. */
  more?: string
}

/** Type, label column and width of a part's grid, in points. */
export interface SlipShape {
  width: number
  label: number
  size: number
  coverage: Coverage
}

const MORE = '……（摘录）'
/** Height of a line of our font for a size of type. */
const LINE = 1.448

/** Width of the text in a value cell: of the whole row, of half of it, or of a third. */
export function slipValueWidth({ width, label }: SlipShape, pairs: 1 | 2 | 3): number {
  const columns = pairs * 2
  const inner = width - columns * 2 * DENSE_PAD_X - (columns + 1) * RULE
  return (inner - pairs * label) / pairs
}

function labelOf(label: string, { size }: SlipShape): TextBlock {
  return {
    text: label,
    bold: true,
    fontSize: size,
    alignment: 'center',
    verticalAlignment: 'middle',
    noWrap: true,
  }
}

function valueOf({ value, more = MORE }: SlipPair, room: Room, coverage: Coverage): Block {
  if (typeof value !== 'string') return value
  return paragraphs(excerpt(value, room, more), coverage, room.width, room.size)
}

function cellsOf(
  { pairs, lines = 1, most = Math.max(2, lines) }: SlipRow,
  shape: SlipShape,
  columns: number,
): Cell[] {
  const width = slipValueWidth(shape, countOf(pairs))
  const align = { verticalAlignment: lines > 2 ? ('top' as const) : ('middle' as const) }
  return pairs.flatMap((pair): Cell[] => {
    const cell = { ...valueOf(pair, { lines: most, width, size: shape.size }, shape.coverage), ...align }
    const span = pairs.length === 1 ? columns - 1 : 1
    return [
      { ...labelOf(pair.label, shape), ...align },
      span === 1 ? cell : { ...cell, colSpan: span },
      ...Array.from({ length: span - 1 }, () => ({})),
    ]
  })
}

function countOf(pairs: readonly SlipPair[]): 1 | 2 | 3 {
  return pairs.length === 3 ? 3 : pairs.length === 2 ? 2 : 1
}

/** A boxed grid of labels and values, each row of one pair or of as many as the others have. Its height is bounded: a value takes no more lines than its row has. */
export function slipGrid(rows: SlipRow[], shape: SlipShape): TableBlock {
  const most = rows.reduce<1 | 2 | 3>(
    (count, { pairs }) => (pairs.length > count ? countOf(pairs) : count),
    1,
  )
  const value = slipValueWidth(shape, most)
  const widths = Array.from({ length: most }, () => [shape.label, value]).flat()
  return {
    table: {
      widths,
      body: rows.map((row) => cellsOf(row, shape, widths.length)),
      heights: rows.map(({ lines }) => (lines ?? 1) * shape.size * LINE),
      dontBreakRows: true,
    },
    layout: 'dense',
    margin: [0, -RULE, 0, 0],
  }
}

/** 12 mm of height for the hand. */
const ROOM = 34.5

/** What somebody drew on the screen in the box of this role. */
export function signedBy({ drawn = [] }: Sheet, role: string): ScreenSignature | undefined {
  return drawn.find((one) => one.role === role)
}

/**
 * Where one person signs, at least 12 × 45 mm: label, room and date beside each other, or below in a narrow part.
 * `signature`: what that person drew on the screen.
 */
export function slipSignature(
  role: string,
  { width, size, coverage }: SlipShape,
  signature?: ScreenSignature,
): TableBlock {
  const label: TextBlock = { text: runs(`${role}签名：`, coverage), bold: true, fontSize: size, noWrap: true }
  const date: TextBlock = {
    text: dateLine(signature, '日期：　　　年　　月　　日'),
    fontSize: size,
    alignment: 'right',
    noWrap: true,
  }
  const narrow = width < 220
  const inner = width - 2 * DENSE_PAD_X - 2 * RULE
  const low = { ...date, margin: [0, ROOM - size * LINE, 0, 0] as [number, number, number, number] }
  const drawn = signature?.drawing
  const below: Block[] = drawn
    ? [drawnSignature(drawn, { width: inner, height: ROOM }), date]
    : [{ ...date, margin: [0, ROOM, 0, 0] }]
  const beside: Block[] = drawn
    ? [{ stack: [drawnSignature(drawn, { width: inner / 3, height: ROOM })], width: inner / 3 }]
    : []
  const body: Cell[][] = narrow
    ? [[{ stack: [label, ...below] }]]
    : [[{ columns: [{ ...label, width: '*' }, ...beside, { ...low, width: 'auto' }] }]]
  return {
    table: { widths: [inner], body, heights: [ROOM] },
    layout: 'dense',
    margin: [0, -RULE, 0, 0],
  }
}
