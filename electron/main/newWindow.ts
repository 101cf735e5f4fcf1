import { BrowserWindow, nativeTheme } from 'electron'
import { START_URL } from '../security/origin'
import { securePreferences } from '../security/windowPreferences'
import { MIN_SIZE, type Rect } from '../services/windowState'

/** The ground of the first screen in each scheme, so that nothing flashes before it is drawn. */
const GROUND = { light: '#eef1f1', dark: '#12171a' }

/** Now and then no first frame is told of (1 of 70 starts on a busy machine): the page is there, and nobody would see it. */
const LATEST_AFTER_LOAD_MS = 1000

/** What distinguishes one window from another. `zoom` in per cent; `route` is a hash route. */
export interface NewWindow {
  title: string
  preload: string
  icon: string | null
  bounds: Partial<Rect>
  maximized: boolean
  zoom: number
  devTools: boolean
  route: string | null
}

/**
 * The only place that makes windows (a test looks for others). Shown once its first frame is drawn, or a moment after its
 * page is loaded.
 */
export function newWindow(wish: NewWindow): BrowserWindow {
  const window = new BrowserWindow({
    ...wish.bounds,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    title: wish.title,
    ...(wish.icon ? { icon: wish.icon } : {}),
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    webPreferences: securePreferences(wish.preload, {
      devTools: wish.devTools,
      zoomFactor: wish.zoom / 100,
      // Minimised too, what falls due is told in time: Chromium would let its timers wait for up to a minute more.
      backgroundThrottling: false,
    }),
  })
  showWhenDrawn(window, wish.maximized)
  void window.loadURL(wish.route === null ? START_URL : `${START_URL}#${wish.route}`)
  return window
}

function showWhenDrawn(window: BrowserWindow, maximized: boolean): void {
  let shown = false
  const show = (): void => {
    if (shown || window.isDestroyed()) return
    shown = true
    if (maximized) window.maximize()
    window.show()
  }
  window.once('ready-to-show', show)
  window.webContents.once('did-finish-load', () => void setTimeout(show, LATEST_AFTER_LOAD_MS))
}
