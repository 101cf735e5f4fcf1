import { type RefObject, useEffect, useRef } from 'react'

/** How long a key stays meant for the record that comes up, ms. */
const MEANT_MS = 2_000

/** A verdict that was pressed before the form of the next record stood. */
export interface EarlyKey {
  key: '1' | '2'
  at: number
}

/**
 * Keeps 1 and 2 pressed in the frame while no form takes them: whoever reads fast presses the next verdict before the
 * next record has come up. A form marks what it takes by `preventDefault`.
 */
export function useEarlyKey(frame: RefObject<HTMLElement | null>): RefObject<EarlyKey | null> {
  const early = useRef<EarlyKey | null>(null)
  useEffect(() => {
    const place = frame.current
    const keep = (event: KeyboardEvent): void => {
      const { key, target } = event
      if (event.defaultPrevented || (key !== '1' && key !== '2')) return
      if (target instanceof HTMLElement && target.closest('[role=listbox]'))
        early.current = { key, at: event.timeStamp }
    }
    const above = place?.parentElement
    above?.addEventListener('keydown', keep)
    return () => above?.removeEventListener('keydown', keep)
  }, [frame])
  return early
}

/** Takes the key that was pressed too early, once; null where there is none, or it was long ago. */
export function takeEarlyKey(early: RefObject<EarlyKey | null>): EarlyKey['key'] | null {
  const kept = early.current
  early.current = null
  return kept && performance.now() - kept.at < MEANT_MS ? kept.key : null
}
