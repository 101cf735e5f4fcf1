import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readSettings, writeSettings } from './settings'
import { makeWindowStateSaver, readWindowState, usableBounds, zoomStep } from './windowState'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'window-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const screens = [
  { x: 0, y: 0, width: 1920, height: 1040 },
  { x: 1920, y: 0, width: 1280, height: 984 },
]

it.each([
  [
    'kept where it was',
    { x: 100, y: 50, width: 1400, height: 900 },
    { x: 100, y: 50, width: 1400, height: 900 },
  ],
  [
    'on the second screen',
    { x: 2000, y: 10, width: 1200, height: 900 },
    { x: 2000, y: 10, width: 1200, height: 900 },
  ],
  ['a screen that is gone', { x: 5000, y: 0, width: 1400, height: 900 }, { width: 1280, height: 800 }],
  ['above the screen', { x: 0, y: -200, width: 1400, height: 900 }, { width: 1280, height: 800 }],
  ['too small', { x: 0, y: 0, width: 10, height: 10 }, { x: 0, y: 0, width: 1024, height: 640 }],
  ['too large', { x: 0, y: 0, width: 9000, height: 9000 }, { x: 0, y: 0, width: 1920, height: 1040 }],
  ['never kept', null, { width: 1280, height: 800 }],
])('opens a window %s', (_name, kept, expected) => {
  expect(usableBounds(kept, screens)).toEqual(expected)
})

it('zooms between 100 and 200 per cent', () => {
  expect([zoomStep(100, 1), zoomStep(100, -1), zoomStep(200, 1), zoomStep(150, 0)]).toEqual([
    110, 100, 200, 100,
  ])
})

it('keeps the last state, and reads damage as defaults', async () => {
  const path = join(folder, 'state.json')
  const nothing = { bounds: null, maximized: false, zoom: 100 }
  expect(await readWindowState(path)).toEqual(nothing)
  const saver = makeWindowStateSaver(path, 60_000)
  saver.save({ ...nothing, zoom: 110 })
  saver.save({ bounds: { x: 1, y: 2, width: 3, height: 4 }, maximized: true, zoom: 150 })
  await saver.flush()
  expect(await readWindowState(path)).toEqual({
    bounds: { x: 1, y: 2, width: 3, height: 4 },
    maximized: true,
    zoom: 150,
  })
  await writeFile(path, '{"bounds":{"x":"a"},"maximized":true,"zoom":900}')
  expect(await readWindowState(path)).toEqual({ ...nothing, maximized: true })
  await writeFile(path, 'x')
  expect(await readWindowState(path)).toEqual(nothing)
})

it('remembers the language; anything else is Chinese', async () => {
  const path = join(folder, 'settings.json')
  expect(await readSettings(path)).toEqual({ locale: 'zh-CN', scanFolder: null })
  await writeSettings(path, { locale: 'en', scanFolder: '/scans' })
  expect(await readSettings(path)).toEqual({ locale: 'en', scanFolder: '/scans' })
  await writeFile(path, (await readFile(path, 'utf8')).replace('en', 'fr'))
  expect(await readSettings(path)).toEqual({ locale: 'zh-CN', scanFolder: '/scans' })
})
