import { useSyncExternalStore } from 'react'

/** What this window is saving of a record, and has saved. */
export interface PendingSave {
  /** Saves under way. */
  busy: number
  /** Revision of the last save: until the record on screen has it, the screen is behind. */
  rev: number
  /** Saves that were refused. */
  refused: number
}

const NONE: PendingSave = { busy: 0, rev: 0, refused: 0 }
const pending = new Map<string, PendingSave>()
const listeners = new Set<() => void>()

function change(id: string, next: (before: PendingSave) => PendingSave): void {
  pending.set(id, next(pending.get(id) ?? NONE))
  for (const listener of listeners) listener()
}

/** Marks a save of the record as under way; call the answer with whether it was refused. */
export function beginSave(id: string): (refused: boolean) => void {
  change(id, (before) => ({ ...before, busy: before.busy + 1 }))
  return (refused) =>
    change(id, (before) => ({
      ...before,
      busy: before.busy - 1,
      refused: before.refused + (refused ? 1 : 0),
    }))
}

/** Notes which revision a save of this window made. */
export function noteSaved(id: string, rev: number): void {
  change(id, (before) => ({ ...before, rev: Math.max(before.rev, rev) }))
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Follows the saves of a record. */
export function usePendingSave(id: string): PendingSave {
  return useSyncExternalStore(subscribe, () => pending.get(id) ?? NONE)
}
