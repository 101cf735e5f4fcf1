/** How an area is filled, so that black and white tell it from its neighbours. */
export const FILLS = ['solid', 'diagonal', 'blank', 'cross', 'dense'] as const
export type Fill = (typeof FILLS)[number]

/** An outlined area. */
export interface RectShape {
  type: 'rect'
  x: number
  y: number
  w: number
  h: number
  fill: Fill
}

/** A straight line; `dashed` for what is not a value: a goal, an axis in between. */
export interface LineShape {
  type: 'line'
  x1: number
  y1: number
  x2: number
  y2: number
  weight: number
  dashed?: boolean
}

/** Points joined by a line, each with a white dot on it. */
export interface PathShape {
  type: 'path'
  points: { x: number; y: number }[]
}

/** One line of text; `y` is its baseline. */
export interface TextShape {
  type: 'text'
  x: number
  y: number
  text: string
  anchor: 'start' | 'middle' | 'end'
  size: number
  bold?: boolean
}

export type ChartShape = RectShape | LineShape | PathShape | TextShape

/** A chart laid out: every shape lies within `width` × `height` (points on paper, px on the screen). */
export interface Drawing {
  width: number
  height: number
  shapes: ChartShape[]
}

/** Sizes of type in a chart. */
export const LABEL_SIZE = 9
export const LEAST_SIZE = 5
