import { BrowserWindow, nativeTheme } from 'electron'
import { START_URL } from '../security/origin'
import { securePreferences } from '../security/windowPreferences'
import { MIN_SIZE, type Rect } from '../services/windowState'

/** The ground of the first screen in each scheme, so that nothing flashes before it is drawn. */
const GROUND = { light: '#eef1f1', dark: '#12171a' }

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

/** The only place that makes windows (a test looks for others). Shown once its first frame is drawn. */
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
  window.once('ready-to-show', () => {
    if (wish.maximized) window.maximize()
    window.show()
  })
  void window.loadURL(wish.route === null ? START_URL : `${START_URL}#${wish.route}`)
  return window
}
