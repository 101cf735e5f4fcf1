import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { newWindow } from './newWindow'

/** As much of a window as decides whether anybody sees it. */
class FakeWindow extends EventEmitter {
  readonly webContents = new EventEmitter()
  readonly show = vi.fn()
  readonly maximize = vi.fn()
  readonly loadURL = vi.fn(async () => undefined)
  destroyed = false
  isDestroyed = (): boolean => this.destroyed
}

vi.mock('electron', () => ({
  BrowserWindow: vi.fn(function make() {
    return new FakeWindow()
  }),
  nativeTheme: { shouldUseDarkColors: false },
}))

const WISH = {
  title: '物业前台',
  preload: 'preload.cjs',
  icon: null,
  bounds: {},
  maximized: true,
  zoom: 100,
  devTools: false,
  route: null,
}
const made = () => newWindow(WISH) as unknown as FakeWindow

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('is shown once its first frame is drawn, and not a second time', () => {
  const window = made()
  window.webContents.emit('did-finish-load')
  expect(window.show).not.toHaveBeenCalled()
  window.emit('ready-to-show')
  expect(window.maximize).toHaveBeenCalledOnce()
  vi.runAllTimers()
  expect(window.show).toHaveBeenCalledOnce()
})

it('is shown after its page is loaded where no frame is ever told of', () => {
  const window = made()
  window.webContents.emit('did-finish-load')
  vi.runAllTimers()
  expect(window.show).toHaveBeenCalledOnce()
})

it('is left alone once it is closed', () => {
  const window = made()
  window.webContents.emit('did-finish-load')
  window.destroyed = true
  vi.runAllTimers()
  expect(window.show).not.toHaveBeenCalled()
})
