/** An outline as fontkit gives it: TrueType has lines and quadratic curves only. */
export interface Outline {
  commands: { command: string; args: number[] }[]
}

interface Point {
  x: number
  y: number
  onCurve: boolean
}

function point(args: number[], at: number, onCurve: boolean): Point {
  return { x: Math.round(args[at] ?? 0), y: Math.round(args[at + 1] ?? 0), onCurve }
}

function contoursOf({ commands }: Outline): Point[][] {
  const contours: Point[][] = []
  for (const { command, args } of commands) {
    if (command === 'moveTo') contours.push([point(args, 0, true)])
    else if (command === 'lineTo') contours.at(-1)?.push(point(args, 0, true))
    else if (command === 'quadraticCurveTo')
      contours.at(-1)?.push(point(args, 0, false), point(args, 2, true))
    else if (command !== 'closePath') throw new Error(`${command} is not TrueType`)
  }
  for (const contour of contours) {
    const [first] = contour
    const last = contour.at(-1)
    // A contour closes by itself: its start is not said twice.
    if (contour.length > 1 && last?.onCurve && first && first.x === last.x && first.y === last.y)
      contour.pop()
  }
  return contours
}

/**
 * An outline as the bytes of a simple TrueType glyph (OpenType, `glyf`), padded to four; empty for an empty one.
 * Coordinates are written as 16-bit steps: a few bytes more than the packed form, and plain.
 */
export function glyphBytes(outline: Outline): Uint8Array {
  const contours = contoursOf(outline)
  const points = contours.flat()
  if (points.length === 0) return new Uint8Array(0)
  const length = 10 + contours.length * 2 + 2 + points.length * 5
  const bytes = new Uint8Array(Math.ceil(length / 4) * 4)
  const view = new DataView(bytes.buffer)
  let at = 0
  const int16 = (value: number): void => {
    view.setInt16(at, value)
    at += 2
  }
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  int16(contours.length)
  for (const bound of [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]) int16(bound)
  let end = -1
  for (const contour of contours) {
    end += contour.length
    int16(end)
  }
  int16(0)
  for (const { onCurve } of points) {
    bytes[at] = onCurve ? 1 : 0
    at += 1
  }
  for (const line of [xs, ys]) line.forEach((value, index) => int16(value - (line[index - 1] ?? 0)))
  return bytes
}
