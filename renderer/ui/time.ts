import { useSyncExternalStore } from 'react'

const STEP_MS = 30_000
const listeners = new Set<() => void>()
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

/** Reads the clock anew and tells every due text: called on waking up, on focus and at midnight. */
export function refreshNow(): void {
  now = Date.now()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (listeners.size === 1) {
    now = Date.now()
    timer = setInterval(refreshNow, STEP_MS)
    window.addEventListener('focus', refreshNow)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    window.removeEventListener('focus', refreshNow)
  }
}

/** The present in ms since the epoch, renewed every half minute and when the machine wakes up. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now)
}
