import { type BrowserWindow, dialog } from 'electron'
import type { Log } from '../services/log'
import { errorCode } from '../services/systemRefusal'
import type { DesktopTexts } from './texts'

/** What the watchers need. */
export interface TroubleOptions {
  log: Log
  texts: () => DesktopTexts
  logFile: string
  quit: () => void
  restart: () => void
  /** Asks where, and writes the diagnostics file, which no page can be asked for. Rejects where that fails. */
  saveDiagnostics: (window: BrowserWindow) => Promise<void>
  /** The page of a window died (already logged). Answers whether somebody else deals with it. */
  onGone: (reason: string) => boolean
}

/** Exceptions that nobody caught: noted, and the work goes on, as each command is safe by itself. */
export function watchProcess(log: Log): void {
  process.on('uncaughtException', (error) => log.write('error', 'main.uncaught', [errorCode(error)]))
  process.on('unhandledRejection', (reason) => log.write('error', 'main.unhandled', [errorCode(reason)]))
}

async function sayGone(window: BrowserWindow, options: TroubleOptions, again: boolean) {
  const t = options.texts().dialog
  if (!again) {
    window.reload()
    await dialog.showMessageBox(window, {
      type: 'info',
      message: t.goneTitle,
      detail: t.goneText,
      buttons: [t.close],
    })
    return
  }
  await offerWays(window, options)
}

/** The page dies again and again: a new start, a file for whoever helps, or one more try. */
async function offerWays(window: BrowserWindow, options: TroubleOptions): Promise<void> {
  const { texts, logFile, quit, restart, log } = options
  const t = texts().dialog
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: t.goneAgainTitle,
    detail: `${t.goneAgainText}\n${logFile}`,
    buttons: [t.restart, t.saveDiagnostics, t.quit, t.reload],
    cancelId: 3,
  })
  if (response === 0) restart()
  else if (response === 2) quit()
  else if (response === 3) window.reload()
  else {
    await options.saveDiagnostics(window).catch((error: unknown) => {
      log.write('error', 'diagnostics.failed', [errorCode(error)])
    })
    await offerWays(window, options)
  }
}

/** Returns a watcher of windows: a page that dies is loaded again once by itself, then only when asked. */
export function makeWatcher(options: TroubleOptions): (window: BrowserWindow) => void {
  const { log } = options
  return (window) => {
    let deaths = 0
    window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      if (reason === 'clean-exit') return
      deaths += 1
      log.write('error', 'renderer.gone', [reason, exitCode])
      if (!options.onGone(reason) && !window.isDestroyed()) void sayGone(window, options, deaths > 1)
    })
    window.webContents.on('unresponsive', () => log.write('warn', 'renderer.unresponsive'))
    window.webContents.on('preload-error', (_event, _path, error) =>
      log.write('error', 'preload.error', [errorCode(error)]),
    )
    window.webContents.on('did-fail-load', (_event, code) => log.write('error', 'renderer.failLoad', [code]))
  }
}
