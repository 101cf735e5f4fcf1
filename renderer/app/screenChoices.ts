import { useSyncExternalStore } from 'react'
import type { ScreenChoice } from '../features/settings'
import { recall, remember } from '../ui'

type Choices = Record<ScreenChoice, boolean | null>

const KEY = 'screen.choices'
const NOTHING_CHOSEN: Choices = { comfortableRows: null, notifyDue: null }
const listeners = new Set<() => void>()
let choices: Choices = { ...NOTHING_CHOSEN, ...recall<Partial<Choices>>(KEY, {}) }

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
const snapshot = () => choices

/** Chooses for this machine, from now on and after a restart. */
export function chooseForScreen(name: ScreenChoice, value: boolean): void {
  choices = { ...choices, [name]: value }
  remember(KEY, choices)
  for (const listener of listeners) listener()
}

/** What this machine chose; null where it follows the office's settings. */
export function useScreenChoices(): Choices {
  return useSyncExternalStore(subscribe, snapshot)
}

/** One choice as it holds here: this machine's own, else the office's. */
export function useScreenChoice(name: ScreenChoice, office: boolean): boolean {
  return useScreenChoices()[name] ?? office
}
