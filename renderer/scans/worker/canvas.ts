import type { Turn } from '../types'

/** A canvas and what draws on it. */
export interface Surface {
  canvas: OffscreenCanvas
  context: OffscreenCanvasRenderingContext2D
}

/** A white canvas that is read back often, so it stays out of the graphics card. */
export function surface(width: number, height: number): Surface {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false })
  if (!context) throw new Error('no canvas')
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  return { canvas, context }
}

/** Gives the memory of a canvas back at once. */
export function drop({ canvas }: Surface): void {
  canvas.width = 1
  canvas.height = 1
}

/** Turned clockwise by quarters; the same canvas where nothing is to be turned. */
export function turned(page: Surface, turn: Turn): Surface {
  if (turn === 0) return page
  const { width, height } = page.canvas
  const upright = turn === 180 ? surface(width, height) : surface(height, width)
  upright.context.translate(upright.canvas.width / 2, upright.canvas.height / 2)
  upright.context.rotate((turn / 180) * Math.PI)
  upright.context.drawImage(page.canvas, -width / 2, -height / 2)
  return upright
}
