import { type RefObject, useEffect } from 'react'

/** What a screen is worked with, best first. */
const SENSIBLE = ['[role=grid]', 'form input', 'button[data-main]', 'a[href]', 'button']

/** Gives the keyboard to the first sensible thing that is there and in sight; false when nothing took it. */
function focusSensible(screen: HTMLElement): boolean {
  const candidates = SENSIBLE.flatMap((selector) => [...screen.querySelectorAll<HTMLElement>(selector)])
  return candidates.some((candidate) => {
    candidate.focus()
    return document.activeElement === candidate
  })
}

/**
 * The screen takes the keyboard when the desk appears, after a sign-in or for another user, as soon as there is
 * anything on it; a screen or dialog that takes it by itself keeps it.
 */
export function useFirstFocus(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const screen = frame.current
    if (!screen) return undefined
    const done = () => document.activeElement !== document.body || focusSensible(screen)
    if (done()) return undefined
    const changes = new MutationObserver(() => {
      if (done()) changes.disconnect()
    })
    changes.observe(screen, { childList: true, subtree: true })
    return () => changes.disconnect()
  }, [frame])
}
