import type { ChartMonth } from './chart'
import { grouped, sizeToFit, widthOf } from './fit'
import { type ChartShape, type Drawing, type Fill, LABEL_SIZE } from './shapes'

const PLOT = 84
const TOP = 6
const ROW = 14
const KEY = 14
/** Of a month's width the two columns take each. */
const COLUMN = 0.3

interface Words {
  added: string
  completed: string
  carriedOut: string
}

interface Plot {
  left: number
  step: number
  scale: number
}

const middleOf = ({ left, step }: Plot, index: number): number => left + (index + 0.5) * step

function column(plot: Plot, index: number, side: -1 | 0, value: number, fill: Fill): ChartShape[] {
  const w = plot.step * COLUMN
  const h = value * plot.scale
  if (h <= 0) return []
  return [{ type: 'rect', x: middleOf(plot, index) + side * w, y: TOP + PLOT - h, w, h, fill }]
}

function keys(names: readonly string[], bottom: number): ChartShape[] {
  const at = (row: number): number => bottom + (row + 1) * ROW
  const key = (row: number, fill: Fill): ChartShape => ({
    type: 'rect',
    x: 0,
    y: at(row) + 3,
    w: KEY,
    h: 8,
    fill,
  })
  const line: ChartShape = {
    type: 'path',
    points: [
      { x: 2.5, y: at(2) + 7 },
      { x: KEY - 2.5, y: at(2) + 7 },
    ],
  }
  const named = names.map(
    (text, row): ChartShape => ({
      type: 'text',
      x: KEY + 4,
      y: at(row) + 10,
      text,
      anchor: 'start',
      size: LABEL_SIZE,
    }),
  )
  return [key(0, 'diagonal'), key(1, 'blank'), line, ...named]
}

function figures(plot: Plot, months: readonly ChartMonth[], bottom: number): ChartShape[] {
  const lines = [
    months.map(({ name }) => name),
    months.map(({ added }) => grouped(added)),
    months.map(({ completed }) => grouped(completed)),
    months.map(({ carriedOut }) => grouped(carriedOut)),
  ]
  const size = sizeToFit(lines.flat(), plot.step - 3, LABEL_SIZE - 0.5)
  return lines.flatMap((texts, row) =>
    texts.map(
      (text, index): ChartShape => ({
        type: 'text',
        x: middleOf(plot, index),
        y: bottom + row * ROW + 10,
        text,
        anchor: 'middle',
        size,
        bold: row > 0 && index === texts.length - 1,
      }),
    ),
  )
}

/**
 * Twelve months: two columns a month for what came in and what was done, a line for what is carried over, and under
 * each month its figures, so that no value has to be read off.
 */
export function drawMonths(months: readonly ChartMonth[], words: Words, width: number): Drawing {
  const names = [words.added, words.completed, words.carriedOut]
  const left = KEY + 8 + Math.max(...names.map((name) => widthOf(name)))
  const most = Math.max(
    1,
    ...months.flatMap(({ added, completed, carriedOut }) => [added, completed, carriedOut]),
  )
  const plot = { left, step: (width - left) / Math.max(1, months.length), scale: PLOT / most }
  const bottom = TOP + PLOT
  const rule = (y: number, weight: number): ChartShape => ({
    type: 'line',
    x1: 0,
    y1: y,
    x2: width,
    y2: y,
    weight,
  })
  const columns = months.flatMap(({ added, completed }, index) => [
    ...column(plot, index, -1, added, 'diagonal'),
    ...column(plot, index, 0, completed, 'blank'),
  ])
  const carried: ChartShape = {
    type: 'path',
    points: months.map(({ carriedOut }, index) => ({
      x: middleOf(plot, index),
      y: bottom - carriedOut * plot.scale,
    })),
  }
  return {
    width,
    height: bottom + 4 * ROW,
    shapes: [
      ...columns,
      carried,
      rule(bottom, 0.8),
      ...[1, 2, 3].map((row) => rule(bottom + row * ROW, 0.3)),
      ...keys(names, bottom),
      ...figures(plot, months, bottom),
    ],
  }
}
