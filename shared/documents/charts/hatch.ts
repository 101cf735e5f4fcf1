import type { Fill, RectShape } from './shapes'

/** A piece of a hatching line. */
export interface Stroke {
  x1: number
  y1: number
  x2: number
  y2: number
}

/** Distance of the lines along the area's edge. */
const GAPS: Record<Fill, number> = { solid: 0, blank: 0, diagonal: 4, cross: 5, dense: 2 }

/** Rising lines through the area, cut at its edges: `x + y` is the same along each. */
function rising({ x, y, w, h }: RectShape, gap: number): Stroke[] {
  const strokes: Stroke[] = []
  for (let sum = gap; sum < w + h; sum += gap) {
    const from = { dx: Math.max(0, sum - h), dy: Math.min(h, sum) }
    const to = { dx: Math.min(w, sum), dy: Math.max(0, sum - w) }
    strokes.push({ x1: x + from.dx, y1: y + from.dy, x2: x + to.dx, y2: y + to.dy })
  }
  return strokes
}

/** Falling lines: the rising ones seen in a mirror. */
function falling(rect: RectShape, gap: number): Stroke[] {
  const flip = (at: number): number => 2 * rect.x + rect.w - at
  return rising(rect, gap).map(({ x1, y1, x2, y2 }) => ({ x1: flip(x1), y1, x2: flip(x2), y2 }))
}

/**
 * The lines that fill an area, as lines and not as a pattern: old printers draw patterns slowly or wrongly, and two
 * charts of one page need no names for theirs.
 */
export function hatching(rect: RectShape): Stroke[] {
  const gap = GAPS[rect.fill]
  if (gap === 0 || rect.w <= 0 || rect.h <= 0) return []
  const up = rising(rect, gap)
  return rect.fill === 'cross' ? [...up, ...falling(rect, gap)] : up
}
