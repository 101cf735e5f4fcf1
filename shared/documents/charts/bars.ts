import type { ChartRow } from './chart'
import { shortened, widthOf } from './fit'
import { type ChartShape, type Drawing, type Fill, LABEL_SIZE } from './shapes'

const ROW = 16
const BAR = 10
const GAP = 5
/** A value that is not 0 is seen, however small beside the others. */
const LEAST_BAR = 1.5
/** Of the chart's width the names take at most. */
const MOST_LABEL = 0.4

/** The one that is larger than all others stands out; where several are, none does. */
function fillOf(row: ChartRow, rows: readonly ChartRow[], most: number): Fill {
  const first = row.value === most && rows.filter(({ value }) => value === most).length === 1
  return first && rows.length > 1 ? 'solid' : 'diagonal'
}

/** Lying bars: name, bar, value. Room for the longest value is kept right of the longest bar. */
export function drawBars(rows: readonly ChartRow[], rest: string, width: number): Drawing {
  const most = Math.max(0, ...rows.map(({ value }) => value))
  const names = Math.min(width * MOST_LABEL, Math.max(0, ...rows.map(({ name }) => widthOf(name))))
  const values = Math.max(0, ...rows.map(({ said }) => widthOf(said)))
  const left = names + GAP
  const room = Math.max(0, width - left - values - 2 * GAP)
  const shapes = rows.flatMap((row, index): ChartShape[] => {
    const top = index * ROW
    const base = top + ROW / 2 + LABEL_SIZE * 0.36
    const length = row.value > 0 ? Math.max(LEAST_BAR, (row.value / most) * room) : 0
    const bar: ChartShape[] =
      length > 0
        ? [
            {
              type: 'rect',
              x: left,
              y: top + (ROW - BAR) / 2,
              w: length,
              h: BAR,
              fill: fillOf(row, rows, most),
            },
          ]
        : []
    return [
      {
        type: 'text',
        x: names,
        y: base,
        text: shortened(row.name, names),
        anchor: 'end',
        size: LABEL_SIZE,
      },
      ...bar,
      { type: 'text', x: left + length + GAP, y: base, text: row.said, anchor: 'start', size: LABEL_SIZE },
    ]
  })
  const height = rows.length * ROW
  const axis: ChartShape = { type: 'line', x1: left, y1: 0, x2: left, y2: height, weight: 0.8 }
  const said: ChartShape[] =
    rest === ''
      ? []
      : [
          {
            type: 'text',
            x: left + GAP,
            y: height + LABEL_SIZE + 2,
            text: shortened(rest, width - left - GAP),
            anchor: 'start',
            size: LABEL_SIZE,
          },
        ]
  return { width, height: height + (rest === '' ? 0 : ROW), shapes: [axis, ...shapes, ...said] }
}
