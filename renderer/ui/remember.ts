import { useCallback, useState } from 'react'

const PREFIX = 'desk.ui.'

/** Reads a remembered choice of this machine's screen; `fallback` when there is none or it is unreadable. */
export function recall<T>(key: string, fallback: T): T {
  try {
    const text = localStorage.getItem(PREFIX + key)
    return text === null ? fallback : (JSON.parse(text) as T)
  } catch {
    return fallback
  }
}

/** Remembers a choice of this machine's screen. Only looks and habits: never records, never personal data. */
export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value))
  } catch {
    // A full or closed profile must not stop the work: the choice is simply not remembered.
  }
}

/** `useState` that survives a restart, under `key`. */
export function useRemembered<T>(key: string, fallback: T): [T, (next: T) => void] {
  const [value, setValue] = useState(() => recall(key, fallback))
  const change = useCallback(
    (next: T) => {
      setValue(next)
      remember(key, next)
    },
    [key],
  )
  return [value, change]
}
