import { useEffect, useSyncExternalStore } from 'react'

/** One line of the help on F1. `keys` as written on the keyboard: `Ctrl+Enter`. */
export interface ScreenKey {
  keys: string
  text: string
}

let shown: readonly ScreenKey[] = []
const listeners = new Set<() => void>()

function show(keys: readonly ScreenKey[]): void {
  shown = keys
  for (const listener of listeners) listener()
}

/** Names the keys of the screen that is open, for the help on F1. Pass a constant or memoised list. */
export function useScreenKeys(keys: readonly ScreenKey[]): void {
  useEffect(() => {
    const before = shown
    show(keys)
    return () => show(before)
  }, [keys])
}

/** The keys of the screen that is open. */
export function useShownKeys(): readonly ScreenKey[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )
}
