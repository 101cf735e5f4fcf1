import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { writeFileAtomic } from './atomicFile'

export const DEFAULT_SIZE = { width: 1280, height: 800 }
export const MIN_SIZE = { width: 1024, height: 640 }
/** Zoom limits and steps, in per cent. */
export const ZOOM = { min: 100, max: 200, step: 10 }
/** How much of the window must lie on a screen to be found and dragged. */
const GRIP = { width: 160, height: 60 }

/** Device-independent pixels. */
export interface Rect {
  x: number
  y: number
  width: number
  height: number
}

const rect = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
})
const schema = z.object({
  bounds: rect.nullable().catch(null),
  maximized: z.boolean().catch(false),
  zoom: z.number().min(ZOOM.min).max(ZOOM.max).catch(ZOOM.min),
})
/** Where the window was. `zoom` in per cent. */
export type WindowState = z.infer<typeof schema>

/** Reads what was kept; damaged or missing parts become defaults. */
export async function readWindowState(path: string): Promise<WindowState> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return schema.parse({ bounds: null, maximized: false, zoom: ZOOM.min })
  }
}

function overlap(a: Rect, b: Rect): { width: number; height: number } {
  return {
    width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  }
}

/**
 * Bounds for a new window: the kept ones if they can still be reached on one of the screens' work areas
 * (a second screen may be gone), else the default size without a place. Never under the least size.
 */
export function usableBounds(kept: Rect | null, workAreas: readonly Rect[]): Partial<Rect> {
  if (!kept) return DEFAULT_SIZE
  const width = Math.max(MIN_SIZE.width, kept.width)
  const height = Math.max(MIN_SIZE.height, kept.height)
  const home = workAreas.find((area) => {
    const common = overlap({ ...kept, width, height }, area)
    return common.width >= GRIP.width && common.height >= GRIP.height && kept.y >= area.y
  })
  if (!home) return DEFAULT_SIZE
  return {
    x: kept.x,
    y: kept.y,
    width: Math.max(MIN_SIZE.width, Math.min(width, home.width)),
    height: Math.max(MIN_SIZE.height, Math.min(height, home.height)),
  }
}

/** The next zoom in a direction, within the limits, in per cent. */
export function zoomStep(percent: number, direction: -1 | 0 | 1): number {
  if (direction === 0) return ZOOM.min
  return Math.min(ZOOM.max, Math.max(ZOOM.min, Math.round(percent) + direction * ZOOM.step))
}

/** Keeps the latest state a moment after the last change, and at once on `flush`. */
export interface WindowStateSaver {
  save(state: WindowState): void
  flush(): Promise<void>
}

/** A saver that writes `delayMs` after the last call. A failed write is only a forgotten window. */
export function makeWindowStateSaver(path: string, delayMs: number): WindowStateSaver {
  let waiting: WindowState | null = null
  let timer: NodeJS.Timeout | null = null
  const flush = async (): Promise<void> => {
    if (timer) clearTimeout(timer)
    timer = null
    const state = waiting
    waiting = null
    if (state) await writeFileAtomic(path, JSON.stringify(state)).catch(() => undefined)
  }
  return {
    save(state) {
      waiting = state
      if (timer) clearTimeout(timer)
      timer = setTimeout(() => void flush(), delayMs)
    },
    flush,
  }
}
