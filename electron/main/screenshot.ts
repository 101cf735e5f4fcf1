import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'
import { writeFileAtomic } from '../services/atomicFile'

const TRY_MS = 150
const MOST_TRIES = 40

/** Waits some milliseconds. */
type Rest = (ms: number) => Promise<unknown>

/**
 * Pictures the window once it has come to rest: two captures in a row are the same (fonts and lists arrive
 * after the first frame). After six seconds the last one is taken as it is. Throws when nothing was painted.
 */
export async function pictureOf(window: BrowserWindow, rest: Rest): Promise<Buffer> {
  let last: Buffer = Buffer.alloc(0)
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const png = (await window.webContents.capturePage()).toPNG()
    if (png.length > 0 && png.equals(last)) return png
    last = png
    await rest(TRY_MS)
  }
  if (last.length === 0) throw new Error('the window painted nothing')
  return last
}

/** `--screenshot=FILE`: a picture of the first usable screen, then the end. */
export class ScreenshotMode {
  private readonly limit: NodeJS.Timeout

  /** `end` leaves the app with an exit code, after telling why when there is something to tell. */
  constructor(
    private readonly path: string,
    private readonly end: (code: number, why?: string) => void,
    limitMs = 60_000,
    private readonly rest: Rest = pause,
  ) {
    const seconds = Math.round(limitMs / 1000)
    this.limit = setTimeout(() => end(1, `The app was not usable after ${seconds} seconds.`), limitMs)
  }

  /** The screen is usable: takes the picture and ends. */
  async ready(window: BrowserWindow): Promise<void> {
    clearTimeout(this.limit)
    try {
      await writeFileAtomic(this.path, await pictureOf(window, this.rest))
      this.end(0)
    } catch (error) {
      this.end(1, `No picture: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  /** The page died: nothing will ever be usable. */
  failed(why: string): void {
    clearTimeout(this.limit)
    this.end(1, why)
  }
}
