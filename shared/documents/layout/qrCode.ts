import { encodeQR } from 'qr'
import type { CanvasBlock, Shape } from '../definition'

interface Run {
  x: number
  width: number
}

function runsOf(row: readonly boolean[]): Run[] {
  const runs: Run[] = []
  row.forEach((dark, x) => {
    const last = runs.at(-1)
    if (!dark) return
    if (last && last.x + last.width === x) last.width += 1
    else runs.push({ x, width: 1 })
  })
  return runs
}

/** Rectangles that cover the dark squares: runs of a line, joined with equal runs right below. */
function rectangles(rows: readonly (readonly boolean[])[]): (Run & { y: number; height: number })[] {
  const done: (Run & { y: number; height: number })[] = []
  let open: typeof done = []
  rows.forEach((row, y) => {
    open = runsOf(row).map((run) => {
      const above = open.find(({ x, width }) => x === run.x && width === run.width)
      if (above) {
        above.height += 1
        return above
      }
      const fresh = { ...run, y, height: 1 }
      done.push(fresh)
      return fresh
    })
  })
  return done
}

/**
 * A QR code with `side` points to each side, medium correction (15 %). The white around it is the page's.
 * Drawn in rectangles as large as they go: the 400 squares of pdfmake's own codes cost a fourth of a form's time.
 */
export function qrCode(text: string, side: number): CanvasBlock {
  // The encoder insists on a border of one square, which is left out again.
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 1 })
    .slice(1, -1)
    .map((row) => row.slice(1, -1))
  const unit = side / rows.length
  const canvas = rectangles(rows).map(
    ({ x, y, width, height }): Shape => ({
      type: 'rect',
      x: x * unit,
      y: y * unit,
      w: width * unit,
      h: height * unit,
      lineWidth: 0,
      color: 'black',
    }),
  )
  return { canvas, width: side }
}
