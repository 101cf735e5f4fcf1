/** Width and height in CSS pixels. */
export interface Size {
  width: number
  height: number
}

/** How a picture is looked at; `zoom` null fits it into the room there is. */
export interface Look {
  zoom: number | null
  /** Quarter turns clockwise, 0 to 3. */
  turns: number
}

export const FIRST_LOOK: Look = { zoom: null, turns: 0 }

const STEP = 1.25
const LEAST = 0.05
const MOST = 8

/** The zoom at which the turned picture is seen whole; small pictures are not blown up. */
export function fittingZoom(picture: Size, room: Size, turns: number): number {
  const { width, height } = turned(picture, turns)
  if (width <= 0 || height <= 0) return 1
  return Math.min(1, room.width / width, room.height / height)
}

/** Width and height after quarter turns. */
export function turned({ width, height }: Size, turns: number): Size {
  return turns % 2 === 0 ? { width, height } : { width: height, height: width }
}

/** One step nearer or farther, within reason. */
export function zoomed(zoom: number, nearer: boolean): number {
  return Math.min(MOST, Math.max(LEAST, nearer ? zoom * STEP : zoom / STEP))
}
