import { useSyncExternalStore } from 'react'

/** A quiet word about what just happened. */
export interface Announcement {
  id: number
  text: string
  tone: 'saved' | 'plain' | 'problem'
  /** Offered as 撤销 where the rules allow it. */
  undo?: (() => void) | undefined
}

let current: Announcement | null = null
let count = 0
const listeners = new Set<() => void>()

function tell(next: Announcement | null): void {
  current = next
  for (const listener of listeners) listener()
}

/** Says something once, quietly and to assistive technology: `已保存 客服-TS-2026-0042`. */
export function announce(text: string, tone: Announcement['tone'] = 'saved', undo?: () => void): void {
  count += 1
  tell({ id: count, text, tone, undo })
}

/** Takes the word `id` away, unless a newer one has come. */
export function withdraw(id: number): void {
  if (current?.id === id) tell(null)
}

/** Nothing is shown any more: another user is there, to whom it was not said. */
export function silence(): void {
  tell(null)
}

/** The word that is shown now. */
export function useAnnouncement(): Announcement | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
}
