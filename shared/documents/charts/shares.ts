import type { ChartRow } from './chart'
import { shortened, widthOf } from './fit'
import { type ChartShape, type Drawing, FILLS, type Fill, LABEL_SIZE } from './shapes'

const BAR = 18
const KEY = 10
const LINE = 15
const GAP = 14

function fillAt(index: number): Fill {
  return FILLS[index % FILLS.length] ?? 'blank'
}

interface Placed extends ChartRow {
  x: number
  line: number
  fill: Fill
  text: string
}

/** The parts' names and values in lines, each whole on one line. */
function legend(rows: readonly ChartRow[], width: number): Placed[] {
  let x = 0
  let line = 0
  return rows.map((row, index) => {
    const text = shortened(`${row.name} ${row.said}`, width - KEY - 4)
    const taken = KEY + 4 + widthOf(text)
    if (x > 0 && x + taken > width) {
      x = 0
      line += 1
    }
    const placed = { ...row, x, line, fill: fillAt(index), text }
    x += taken + GAP
    return placed
  })
}

/** One whole and its parts in a row, with the parts' names and values below. */
export function drawShares(rows: readonly ChartRow[], width: number): Drawing {
  const total = rows.reduce((sum, { value }) => sum + value, 0)
  let at = 0
  const parts = rows.map((row, index): ChartShape => {
    const w = total === 0 ? 0 : (row.value / total) * width
    const rect: ChartShape = { type: 'rect', x: at, y: 0, w, h: BAR, fill: fillAt(index) }
    at += w
    return rect
  })
  const keys = legend(rows, width)
  const lines = Math.max(0, ...keys.map(({ line }) => line)) + 1
  const named = keys.flatMap(({ x, line, fill, text }): ChartShape[] => {
    const y = BAR + 6 + line * LINE
    return [
      { type: 'rect', x, y: y + 1, w: KEY, h: KEY - 2, fill },
      { type: 'text', x: x + KEY + 4, y: y + LABEL_SIZE - 0.5, text, anchor: 'start', size: LABEL_SIZE },
    ]
  })
  const drawn = parts.filter((part) => part.type === 'rect' && part.w > 0)
  return { width, height: BAR + 6 + lines * LINE, shapes: [...drawn, ...named] }
}
