import type { ChartGoal } from './chart'
import { shortened, widthOf } from './fit'
import { type ChartShape, type Drawing, LABEL_SIZE } from './shapes'

const ROW = 32
const BAR = 11
const ABOVE = 14
const GAP = 5
/** Left free beyond the larger of value and goal. */
const BEYOND = 1.08

function goalShapes(goal: ChartGoal, top: number, left: number, names: number, room: number): ChartShape[] {
  const full = Math.max(goal.percent, goal.target, 1) * BEYOND
  const length = (Math.min(goal.percent, full) / full) * room
  const mark = left + (goal.target / full) * room
  const half = widthOf(goal.targetSaid) / 2
  const text = { type: 'text', size: LABEL_SIZE } as const
  const base = top + ABOVE + BAR / 2 + LABEL_SIZE * 0.36
  // The word over the mark stays between the names and the values.
  const over = Math.min(Math.max(mark, left + half), left + room - half)
  return [
    { ...text, x: names, y: base, text: shortened(goal.name, names), anchor: 'end' },
    { type: 'rect', x: left, y: top + ABOVE, w: room, h: BAR, fill: 'blank' },
    ...(length > 0
      ? [{ type: 'rect', x: left, y: top + ABOVE, w: length, h: BAR, fill: 'diagonal' } as const]
      : []),
    { type: 'line', x1: mark, y1: top + ABOVE - 3, x2: mark, y2: top + ABOVE + BAR + 3, weight: 2 },
    { ...text, x: over, y: top + LABEL_SIZE, text: goal.targetSaid, anchor: 'middle' },
    { ...text, x: left + room + GAP, y: base, text: goal.said, anchor: 'start', bold: true },
  ]
}

/** How far each goal is: a bar, and a mark where the goal stands. */
export function drawGoals(goals: readonly ChartGoal[], width: number): Drawing {
  const names = Math.min(width * 0.3, Math.max(0, ...goals.map(({ name }) => widthOf(name))))
  const values = Math.max(0, ...goals.map(({ said }) => widthOf(said)))
  const left = names + GAP
  const room = Math.max(40, width - left - values - GAP)
  const shapes = goals.flatMap((goal, index) => goalShapes(goal, index * ROW, left, names, room))
  return { width, height: goals.length * ROW, shapes }
}
