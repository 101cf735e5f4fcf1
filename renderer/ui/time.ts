import { useSyncExternalStore } from 'react'

const MINUTE_MS = 60_000
const listeners = new Set<() => void>()
let now = Date.now()
let timer: ReturnType<typeof setTimeout> | undefined

/** How long from `at` (ms since the epoch) to the next full minute, 1 … 60,000 ms. */
export function untilNextMinute(at: number): number {
  return MINUTE_MS - (at % MINUTE_MS)
}

/** Reads the clock anew and tells every due text: called each full minute, on waking up and on focus. */
export function refreshNow(): void {
  now = Date.now()
  plan()
  for (const listener of listeners) listener()
}

// Reckoned anew from the clock each time: it cannot drift, it meets midnight, and it wakes once a minute only.
function plan(): void {
  clearTimeout(timer)
  if (listeners.size > 0) timer = setTimeout(refreshNow, untilNextMinute(now))
}

function onVisibility(): void {
  if (document.visibilityState === 'visible') refreshNow()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (listeners.size === 1) {
    now = Date.now()
    plan()
    window.addEventListener('focus', refreshNow)
    document.addEventListener('visibilitychange', onVisibility)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearTimeout(timer)
    window.removeEventListener('focus', refreshNow)
    document.removeEventListener('visibilitychange', onVisibility)
  }
}

/** The present in ms since the epoch, renewed at each full minute (so at midnight) and when the machine wakes up. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now)
}
