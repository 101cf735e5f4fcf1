/** What draws: a pen on the glass, a finger, or the mouse. */
export const POINTERS = ['pen', 'touch', 'mouse'] as const
export type Pointer = (typeof POINTERS)[number]

/**
 * A signature as lines, cut to its edges: each stroke is `x, y, x, y …` in whole numbers from the upper left corner of
 * a field of `width` × `height`, whose longer side is `DRAWING_SIDE`.
 */
export interface Drawing {
  width: number
  height: number
  strokes: number[][]
}

/** Longer side of a drawing, in its own units. */
export const DRAWING_SIDE = 1000

/** Most points of a drawing: at two numbers of up to four digits each it stays below 60 KB. */
export const DRAWING_MOST_POINTS = 5000

/** Shorter than this on the screen, px, it is a slip of the hand and no signature. */
const LEAST_LENGTH = 20

export interface Point {
  x: number
  y: number
}

/**
 * The drawing of strokes as they were drawn on the screen (px), thinned out to what the eye sees; null where nothing
 * was signed.
 */
export function drawingOf(strokes: readonly (readonly Point[])[]): Drawing | null {
  const drawn = strokes.filter(({ length }) => length > 0)
  const points = drawn.flat()
  const left = least(points, 'x')
  const top = least(points, 'y')
  const wide = most(points, 'x') - left
  const high = most(points, 'y') - top
  const longer = Math.max(wide, high)
  if (points.length === 0 || longer < LEAST_LENGTH) return null
  const scale = DRAWING_SIDE / longer
  const placed = drawn.map((stroke) =>
    stroke.map(({ x, y }) => ({ x: Math.round((x - left) * scale), y: Math.round((y - top) * scale) })),
  )
  return {
    width: Math.max(1, Math.round(wide * scale)),
    height: Math.max(1, Math.round(high * scale)),
    strokes: fewEnough(placed).map((stroke) => stroke.flatMap(({ x, y }) => [x, y])),
  }
}

/** Whether this is a drawing as `drawingOf` makes them: the shape a schema cannot say. */
export function isDrawing({ width, height, strokes }: Drawing): boolean {
  const numbers = strokes.flat()
  return (
    numbers.length > 0 &&
    numbers.length <= 2 * DRAWING_MOST_POINTS &&
    Math.max(width, height) === DRAWING_SIDE &&
    strokes.every(
      (stroke) =>
        stroke.length > 0 &&
        stroke.length % 2 === 0 &&
        stroke.every((number, at) => number >= 0 && number <= (at % 2 === 0 ? width : height)),
    )
  )
}

/** The points of one stroke. */
export function pointsOf(stroke: readonly number[]): Point[] {
  return Array.from({ length: stroke.length / 2 }, (_, at) => ({
    x: stroke[2 * at] ?? 0,
    y: stroke[2 * at + 1] ?? 0,
  }))
}

/** Thinner and thinner until there are few enough points; from the end where even that does not help. */
function fewEnough(strokes: Point[][]): Point[][] {
  for (let tolerance = 2; tolerance < DRAWING_SIDE; tolerance *= 2) {
    const thinned = strokes.map((stroke) => thin(stroke, tolerance))
    if (thinned.flat().length <= DRAWING_MOST_POINTS) return thinned
  }
  return strokes.slice(0, DRAWING_MOST_POINTS / 2).map((stroke) => [stroke[0], stroke.at(-1)].filter(isPoint))
}

function isPoint(point: Point | undefined): point is Point {
  return point !== undefined
}

/** Leaves out points that lie within `tolerance` of the line between those that stay (Douglas and Peucker). */
function thin(stroke: readonly Point[], tolerance: number): Point[] {
  const kept = new Set([0, stroke.length - 1])
  const open: [number, number][] = [[0, stroke.length - 1]]
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span
    const far = farthest(stroke, from, to)
    if (far.distance <= tolerance) continue
    kept.add(far.at)
    open.push([from, far.at], [far.at, to])
  }
  return stroke.filter((_, at) => kept.has(at))
}

function farthest(stroke: readonly Point[], from: number, to: number): { at: number; distance: number } {
  const best = { at: from, distance: 0 }
  const start = stroke[from]
  const end = stroke[to]
  if (!start || !end) return best
  for (let at = from + 1; at < to; at += 1) {
    const point = stroke[at]
    const distance = point ? distanceTo(point, start, end) : 0
    if (distance > best.distance) Object.assign(best, { at, distance })
  }
  return best
}

/** From a point to the straight piece between two others. */
function distanceTo(point: Point, start: Point, end: Point): number {
  const dx = end.x - start.x
  const dy = end.y - start.y
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((point.x - start.x) * dx + (point.y - start.y) * dy) / length
  const share = Math.min(1, Math.max(0, along))
  return Math.hypot(point.x - start.x - share * dx, point.y - start.y - share * dy)
}

function least(points: readonly Point[], side: 'x' | 'y'): number {
  return points.reduce((low, point) => Math.min(low, point[side]), Number.POSITIVE_INFINITY)
}

function most(points: readonly Point[], side: 'x' | 'y'): number {
  return points.reduce((high, point) => Math.max(high, point[side]), Number.NEGATIVE_INFINITY)
}
