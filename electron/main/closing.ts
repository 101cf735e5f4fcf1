import type { BrowserWindow } from 'electron'

/** How long a window without an answer may take to save what is being typed. */
const GRACE_MS = 600

/** Lets a window save its draft before it goes: it is hidden at once, and destroyed when the draft is safe. */
export interface Farewell {
  attend(window: BrowserWindow): void
  /** The window's page says that nothing is left to save. */
  mayClose(window: BrowserWindow): void
}

/** `tellClosing` sends the event to the page. */
export function makeFarewell(tellClosing: (window: BrowserWindow) => void): Farewell {
  const leaving = new Map<BrowserWindow, NodeJS.Timeout>()
  const end = (window: BrowserWindow): void => {
    clearTimeout(leaving.get(window))
    leaving.delete(window)
    if (!window.isDestroyed()) window.destroy()
  }
  return {
    attend(window) {
      window.on('close', (event) => {
        event.preventDefault()
        if (leaving.has(window)) return
        leaving.set(
          window,
          setTimeout(() => end(window), GRACE_MS),
        )
        tellClosing(window)
        window.hide()
      })
    },
    mayClose(window) {
      if (leaving.has(window)) end(window)
    },
  }
}
