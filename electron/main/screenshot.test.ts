import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ScreenshotMode } from './screenshot'

let folder = ''
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  folder = await mkdtemp(join(tmpdir(), 'shot-'))
})
afterEach(async () => {
  vi.useRealTimers()
  await rm(folder, { recursive: true })
})

/** A window whose captures give these pictures one after the other, the last for ever. */
function windowShowing(pictures: string[]): BrowserWindow {
  const capturePage = async () => {
    const picture = pictures.length > 1 ? pictures.shift() : pictures[0]
    return { toPNG: () => Buffer.from(picture ?? '') }
  }
  return { webContents: { capturePage } } as unknown as BrowserWindow
}

async function shoot(pictures: string[], path: string) {
  const ends: unknown[] = []
  const mode = new ScreenshotMode(
    path,
    (...end) => ends.push(end),
    60_000,
    async () => undefined,
  )
  await mode.ready(windowShowing(pictures))
  await vi.advanceTimersByTimeAsync(120_000)
  return ends
}

it('saves the picture once the window has come to rest', async () => {
  expect(await shoot(['', 'blank', 'half', 'whole'], join(folder, 'a.png'))).toEqual([[0]])
  expect(await readFile(join(folder, 'a.png'), 'utf8')).toBe('whole')
})

it('ends with a word when nothing was painted or the file cannot be written', async () => {
  expect(await shoot([''], join(folder, 'a.png'))).toEqual([[1, expect.stringContaining('No picture')]])
  expect(await shoot(['x'], join(folder, 'none', 'a.png'))).toEqual([[1, expect.stringContaining('ENOENT')]])
})

it('ends when the screen is not usable in time, or never will be', async () => {
  const ends: unknown[] = []
  const late = new ScreenshotMode(join(folder, 'a.png'), (...end) => ends.push(end))
  await vi.advanceTimersByTimeAsync(59_999)
  expect(ends).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(ends).toEqual([[1, 'The app was not usable after 60 seconds.']])
  late.failed('The page ended: crashed')
  expect(ends[1]).toEqual([1, 'The page ended: crashed'])
})
