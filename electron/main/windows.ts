import { BrowserWindow, type IpcMainInvokeEvent, Menu, type Rectangle, screen } from 'electron'
import type { BridgeEvents } from '../../shared/ipc/bridge'
import { wireName } from '../../shared/ipc/names'
import type { Caller } from '../ipc/types'
import { isOwnFrame } from '../security/sender'
import {
  makeWindowStateSaver,
  usableBounds,
  type WindowState,
  type WindowStateSaver,
  zoomStep,
} from '../services/windowState'
import { makeFarewell } from './closing'
import { contextTemplate } from './menu'
import { type NewWindow, newWindow } from './newWindow'
import type { DesktopTexts } from './texts'

/** More record windows than this are a mistake or an attack. */
const MOST_WINDOWS = 12
const SAVE_DELAY_MS = 500

/** What the windows share. `state` is what was kept of the last start. */
export interface WindowsOptions {
  preload: string
  icon: string | null
  devTools: boolean
  statePath: string
  state: WindowState
  texts: () => DesktopTexts
  /** The main window is gone: the others go too. */
  onMainClosed: () => void
  /** Watches a new window for trouble. */
  watch: (window: BrowserWindow) => void
}

/** All windows of the app: one main window, and one for each record opened alone. */
export class Windows {
  private readonly open = new Map<BrowserWindow, string | null>()
  private readonly saver: WindowStateSaver
  private readonly state: WindowState
  readonly farewell = makeFarewell((window) => this.send(window, 'closing', {}))

  constructor(private readonly options: WindowsOptions) {
    this.saver = makeWindowStateSaver(options.statePath, SAVE_DELAY_MS)
    this.state = { ...options.state }
  }

  /** Opens the main window where it was at the last start. */
  openMain(): BrowserWindow {
    const areas = screen.getAllDisplays().map(({ workArea }) => workArea)
    const bounds = usableBounds(this.state.bounds, areas)
    const window = this.add({ bounds, maximized: this.state.maximized, route: null })
    const note = (): void => this.noteBounds(window)
    window.on('closed', this.options.onMainClosed)
    window.on('resize', note).on('move', note).on('maximize', note).on('unmaximize', note)
    return window
  }

  /** Opens a record alone, or brings forward the window that shows it already. */
  openRecord(route: string): void {
    const known = [...this.open].find(([, shown]) => shown === route)?.[0]
    if (known) return bringForward(known)
    if (this.open.size >= MOST_WINDOWS) return this.focusFirst()
    const bounds = usableBounds(null, [])
    this.add({ bounds, maximized: false, route })
  }

  /** Brings the main window forward (a second start of the app). */
  focusFirst(): void {
    const [first] = this.open.keys()
    if (first) bringForward(first)
  }

  /** Brings the main window forward and has it show `route` (a notification was clicked). */
  showRoute(route: string): void {
    const [first] = this.open.keys()
    if (!first) return
    bringForward(first)
    this.send(first, 'openRoute', { route })
  }

  /** The window that a menu command is meant for. */
  focused(): BrowserWindow | null {
    const window = BrowserWindow.getFocusedWindow() ?? [...this.open.keys()][0]
    return window && this.open.has(window) ? window : null
  }

  /** The caller of a request, when it comes from the main frame of one of our windows. */
  readonly callerOf = (event: IpcMainInvokeEvent): Caller | null => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (!window || !this.open.has(window) || !isOwnFrame(event.senderFrame)) return null
    return { window }
  }

  send<E extends keyof BridgeEvents>(window: BrowserWindow, event: E, payload: BridgeEvents[E]): void {
    if (!window.isDestroyed() && !window.webContents.isCrashed())
      window.webContents.send(wireName(event), payload)
  }

  broadcast<E extends keyof BridgeEvents>(event: E, payload: BridgeEvents[E]): void {
    for (const window of this.open.keys()) this.send(window, event, payload)
  }

  /** Every window begins anew: the data behind it is another. */
  reloadAll(): void {
    for (const window of this.open.keys()) window.webContents.reload()
  }

  /** Changes the zoom of all windows, between 100 and 200 %, and remembers it. */
  zoom(direction: -1 | 0 | 1): void {
    this.state.zoom = zoomStep(this.state.zoom, direction)
    for (const window of this.open.keys()) window.webContents.setZoomFactor(this.state.zoom / 100)
    this.saver.save({ ...this.state })
  }

  /** The main window, on its way out, stays until its backup is made. */
  keepForBackup(window: BrowserWindow): boolean {
    const [main] = this.open.keys()
    return window === main && this.farewell.wait(window)
  }

  flush(): Promise<void> {
    return this.saver.flush()
  }

  private add(wish: Pick<NewWindow, 'bounds' | 'maximized' | 'route'>): BrowserWindow {
    const { preload, icon, devTools, texts, watch } = this.options
    const { zoom } = this.state
    const window = newWindow({ ...wish, preload, icon, devTools, zoom, title: texts().title })
    this.open.set(window, wish.route)
    window.on('closed', () => this.open.delete(window))
    this.farewell.attend(window)
    this.attendContents(window)
    watch(window)
    return window
  }

  private attendContents({ webContents }: BrowserWindow): void {
    // Chromium keeps a zoom of its own for each origin; ours counts.
    webContents.on('did-finish-load', () => webContents.setZoomFactor(this.state.zoom / 100))
    webContents.on('zoom-changed', (_event, direction) => this.zoom(direction === 'in' ? 1 : -1))
    webContents.on('context-menu', (_event, params) => {
      const template = contextTemplate(this.options.texts(), params)
      if (template) Menu.buildFromTemplate(template).popup()
    })
  }

  private noteBounds(window: BrowserWindow): void {
    if (window.isMinimized() || window.isFullScreen()) return
    const { x, y, width, height }: Rectangle = window.getNormalBounds()
    this.state.bounds = { x, y, width, height }
    this.state.maximized = window.isMaximized()
    this.saver.save({ ...this.state })
  }
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
