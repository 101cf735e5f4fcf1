import { type RefObject, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

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

/** Whether the keyboard is where it should be; a dialog that closes gives it back first. */
function isSettled(screen: HTMLElement): boolean {
  const at = document.activeElement
  if (at?.closest('[role=dialog]')) return false
  return (at !== null && at !== document.body) || focusSensible(screen)
}

/**
 * The screen takes the keyboard when the desk appears, after a sign-in or for another user, and when a key led to
 * another list, as soon as there is anything on it; a screen or dialog that takes it by itself keeps it.
 */
export function useFirstFocus(frame: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation()
  // A record or a form that was asked for takes it by itself.
  const list = /^\/[^/]*$/.test(pathname) ? pathname : null
  const first = useRef(true)
  useEffect(() => {
    const screen = frame.current
    const wanted = first.current || list !== null
    first.current = false
    if (!screen || !wanted || isSettled(screen)) return undefined
    const changes = new MutationObserver(() => {
      if (isSettled(screen)) changes.disconnect()
    })
    changes.observe(document.body, { childList: true, subtree: true })
    return () => changes.disconnect()
  }, [frame, list])
}
