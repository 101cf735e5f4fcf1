import { useEffect, useRef } from 'react'

/** What the menu and the shortcuts can ask of a screen. */
export type ScreenCommand =
  | 'new'
  | 'search'
  | 'save'
  | 'saveAndClose'
  | 'print'
  | 'scan'
  | 'edit'
  | 'undo'
  | 'lock'
  | 'switchUser'
  | 'back'
  | 'forward'
  | 'escape'
  | 'keys'
  | 'about'
  | 'guide'
  | 'check'
  | 'nextTab'
  | 'previousTab'
  | `goto${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`

interface Entry {
  command: ScreenCommand | 'barrier'
  run: () => void
}

// The newest stands last: what opened last answers first.
const entries: Entry[] = []

function register(entry: Entry, base: boolean): () => void {
  if (base) entries.unshift(entry)
  else entries.push(entry)
  return () => {
    entries.splice(entries.indexOf(entry), 1)
  }
}

/**
 * Hands a command to the newest part of the screen that answers it; false when none does. Nothing below an open
 * dialog or the lock (`useCommandBarrier`) is reached.
 */
export function dispatchCommand(command: ScreenCommand): boolean {
  for (const entry of entries.toReversed()) {
    // Whoever leaves the desk locks it, whatever is open.
    if (entry.command === 'barrier' && command !== 'lock') return false
    if (entry.command === command) {
      entry.run()
      return true
    }
  }
  return false
}

/**
 * Answers a menu command (and its shortcut) while this component is mounted and `enabled`. `base` is for the frame
 * around the screens: it answers only what no screen does, whichever of them was drawn first.
 */
export function useMenuCommand(
  command: ScreenCommand,
  handler: () => void,
  enabled = true,
  base = false,
): void {
  const newest = useRef(handler)
  useEffect(() => {
    newest.current = handler
  })
  useEffect(() => {
    if (!enabled) return undefined
    return register({ command, run: () => newest.current() }, base)
  }, [command, enabled, base])
}

/** Keeps commands from what lies underneath while `active`: dialogs and the lock. */
export function useCommandBarrier(active: boolean): void {
  useEffect(() => {
    if (!active) return undefined
    return register({ command: 'barrier', run: () => undefined }, false)
  }, [active])
}
