import type { Block, CanvasBlock, ColumnsBlock, StackBlock } from '../definition'
import { ems } from '../runs'
import { BODY } from './measures'

const SIDE = 7.5
const BOX_WIDTH = 10
const GAP = 9
const LEAST_GAP = 2.5

/**
 * An empty or ticked box as lines, to stand before type of `size` points: no font has ☐ and ☑ alike, and a missing one
 * prints as something like ☒.
 */
export function tickBox(ticked: boolean, size = BODY): CanvasBlock {
  const scale = size / BODY
  const at = (x: number, y: number): { x: number; y: number } => ({ x: x * scale, y: y * scale })
  const side = SIDE * scale
  return {
    canvas: [
      { type: 'rect', x: 0, y: 0, w: side, h: side, lineWidth: 0.7 },
      ...(ticked
        ? [
            {
              type: 'polyline' as const,
              lineWidth: 1.5,
              points: [at(1.2, 3.6), at(3.2, 6), at(8.2, -1.6)],
            },
          ]
        : []),
    ],
    width: BOX_WIDTH,
    margin: [0, 4 * scale, 0, 0],
  }
}

export interface Option {
  label: string
  ticked: boolean
}

function line(options: Option[], gap: number, size: number): ColumnsBlock {
  const columns: Block[] = options.flatMap(({ label, ticked }) => [
    tickBox(ticked, size),
    {
      text: label,
      noWrap: true,
      width: ems(label) * size + gap,
      ...(size === BODY ? {} : { fontSize: size }),
    },
  ])
  return { columns }
}

function widthOf(options: Option[], gap: number, size: number): number {
  const width = options.reduce((sum, { label }) => sum + BOX_WIDTH + ems(label) * size, 0)
  return width + Math.max(0, options.length - 1) * gap
}

function inLines(options: Option[], width: number, size: number): Option[][] {
  const lines: Option[][] = [[]]
  for (const option of options) {
    const last = lines.at(-1) ?? []
    if (last.length > 0 && widthOf([...last, option], GAP, size) > width) lines.push([option])
    else last.push(option)
  }
  return lines
}

/** Options with tick boxes: on one line if it takes them closer together, else on as many as `width` (points) asks. */
export function choices(options: Option[], width: number, size = BODY): StackBlock {
  const gap = Math.min(GAP, (width - widthOf(options, 0, size)) / Math.max(1, options.length - 1))
  if (gap >= LEAST_GAP) return { stack: [line(options, gap, size)] }
  return { stack: inLines(options, width, size).map((row) => line(row, GAP, size)) }
}
