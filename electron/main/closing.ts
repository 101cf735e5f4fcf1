import type { BrowserWindow } from 'electron'

/** How long a window without an answer may take to save what is being typed. */
const GRACE_MS = 600

/** A backup that is not made by then is no longer waited for behind a hidden window. */
const SHOW_MS = 700

/** Lets a window save its draft before it goes: it is hidden at once, and destroyed when the draft is safe. */
export interface Farewell {
  attend(window: BrowserWindow): void
  /** The window's page says that nothing is left to save. */
  mayClose(window: BrowserWindow): void
  /**
   * A window that is going has a backup to make first: it stays, and comes back into sight if that takes long. Closing
   * it once more ends it at once. False where it is not going.
   */
  wait(window: BrowserWindow): boolean
}

/** A window on its way out: waiting for drafts, or for a backup. */
interface Leaving {
  timer: NodeJS.Timeout
  forBackup: boolean
}

/** `tellClosing` sends the event to the page. */
export function makeFarewell(tellClosing: (window: BrowserWindow) => void): Farewell {
  const leaving = new Map<BrowserWindow, Leaving>()
  const end = (window: BrowserWindow): void => {
    clearTimeout(leaving.get(window)?.timer)
    leaving.delete(window)
    if (!window.isDestroyed()) window.destroy()
  }
  const show = (window: BrowserWindow): void => {
    if (!window.isDestroyed()) window.show()
  }
  return {
    attend(window) {
      window.on('close', (event) => {
        event.preventDefault()
        const already = leaving.get(window)
        if (already?.forBackup && window.isVisible()) return end(window)
        if (already) return
        leaving.set(window, { timer: setTimeout(() => end(window), GRACE_MS), forBackup: false })
        tellClosing(window)
        window.hide()
      })
    },
    mayClose(window) {
      if (leaving.has(window)) end(window)
    },
    wait(window) {
      const going = leaving.get(window)
      if (!going) return false
      clearTimeout(going.timer)
      leaving.set(window, { timer: setTimeout(() => show(window), SHOW_MS), forBackup: true })
      return true
    },
  }
}
