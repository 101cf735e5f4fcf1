import { type RefObject, useEffect } from 'react'

const BUTTONS = 'button:not([disabled]):not([aria-expanded])'

/**
 * A button may go once its work is done (答复, 切回, 删除), and a dialog then has nothing to give the keyboard back to: the
 * section in which it stood takes it, at its first button.
 */
export function useKeptKeyboard(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const place = panel.current
    if (!place) return undefined
    let last = document.activeElement
    let section: Element | null = null
    const note = () => {
      last = document.activeElement
      if (place.contains(last)) section = last?.closest('section, [role=region]') ?? null
    }
    const look = () => {
      const lost = document.activeElement === document.body && last?.isConnected === false
      if (!lost || section === null || document.querySelector('[role=dialog], dialog[open]')) return
      const home = section.isConnected ? section : place
      const target = home.querySelector<HTMLElement>(BUTTONS) ?? place.querySelector<HTMLElement>(BUTTONS)
      target?.focus({ preventScroll: true })
    }
    const changes = new MutationObserver(look)
    document.addEventListener('focusin', note)
    changes.observe(place, { childList: true, subtree: true })
    // Dialogs stand beside the screen.
    changes.observe(document.body, { childList: true })
    return () => {
      document.removeEventListener('focusin', note)
      changes.disconnect()
    }
  }, [panel])
}
