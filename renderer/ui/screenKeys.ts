import { useEffect, useSyncExternalStore } from 'react'

/** One line of the help on F1. `keys` as written on the keyboard: `Ctrl+Enter`. */
export interface ScreenKey {
  keys: string
  text: string
}

let screen: readonly ScreenKey[] = []
/** Of parts that are there only sometimes, whichever of them and their screen was drawn first. */
const parts = new Set<readonly ScreenKey[]>()
let shown: readonly ScreenKey[] = []
const listeners = new Set<() => void>()

function tell(): void {
  shown = [...screen, ...[...parts].flat()]
  for (const listener of listeners) listener()
}

function show(keys: readonly ScreenKey[]): void {
  screen = keys
  tell()
}

/** Names the keys of the screen that is open, for the help on F1. Pass a constant or memoised list. */
export function useScreenKeys(keys: readonly ScreenKey[]): void {
  useEffect(() => {
    const before = screen
    show(keys)
    return () => show(before)
  }, [keys])
}

/** Adds the keys of a part that stands on a screen while there is something for it. Pass a constant or memoised list. */
export function usePartKeys(keys: readonly ScreenKey[]): void {
  useEffect(() => {
    if (keys.length === 0) return undefined
    parts.add(keys)
    tell()
    return () => {
      parts.delete(keys)
      tell()
    }
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
