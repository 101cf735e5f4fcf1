import { type Drawing, pointsOf } from '../../domain/register/drawing'
import type { CanvasBlock, Shape } from '../definition'

/** Where a signature is drawn, in points. */
export interface SigningRoom {
  width: number
  height: number
}

/** As wide as a pen writes. */
const LINE = 1.1

/** Free above and below, so that no line runs into a word. */
const FREE = 1.5

/** A signature as large as its room allows, in the middle of it; the block is exactly as high as the room. */
export function drawnSignature(drawing: Drawing, room: SigningRoom): CanvasBlock {
  const high = room.height - 2 * FREE
  const scale = Math.min(room.width / drawing.width, high / drawing.height)
  const left = (room.width - drawing.width * scale) / 2
  const top = FREE + (high - drawing.height * scale) / 2
  const canvas: Shape[] = drawing.strokes.map((stroke) => {
    const points = pointsOf(stroke).map(({ x, y }) => ({ x: left + x * scale, y: top + y * scale }))
    const [dot] = points
    // A dot has no length that a line could be drawn along.
    const drawn = points.length === 1 && dot ? [dot, { x: dot.x + 0.1, y: dot.y }] : points
    return { type: 'polyline', points: drawn, lineWidth: LINE, lineCap: 'round', lineJoin: 'round' }
  })
  // A drawing is as high as its lowest point: the rest of the room is left below.
  const lowest = top + drawing.height * scale
  return { canvas, margin: [0, 0, 0, room.height - lowest] }
}
