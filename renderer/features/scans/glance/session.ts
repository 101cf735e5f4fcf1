import { useSyncExternalStore } from 'react'
import type { Refusal } from '../../../../shared/util/result'
import type { ReadInOutcome } from '../intake/readIn'

/** What came back on paper while this window is open, until it was looked at. */
export interface Glance {
  /** Pages read so far of the file that is being read; null while nothing is. */
  reading: { done: number; name: string; cancel: () => void } | null
  /** Scans of the tray that are shown, as they came. */
  ids: readonly string[]
  /** Small pictures of first pages, by scan. */
  thumbs: ReadonlyMap<string, string>
  again: ReadInOutcome['again']
  refused: readonly { name: string; refusal: Refusal }[]
  /** Paper came that somebody handed in here, so 归档 may take the keyboard; the watched folder never does. */
  handed: boolean
}

const EMPTY: Glance = { reading: null, ids: [], thumbs: new Map(), again: [], refused: [], handed: false }

// Outlives the screens: reading goes on while the clerk works.
let glance: Glance = EMPTY
const listeners = new Set<() => void>()

function tell(next: Glance): void {
  glance = next
  for (const listener of listeners) listener()
}

/** What is being read, page by page. */
export function noteReading(reading: Glance['reading']): void {
  tell({ ...glance, reading })
}

/** Adds what a pile became to what is shown. */
export function noteRead({ received, again, refused }: ReadInOutcome, handed: boolean): void {
  const thumbs = new Map(glance.thumbs)
  for (const { id, thumb } of received) if (thumb) thumbs.set(id, thumb)
  tell({
    reading: null,
    thumbs,
    ids: [...glance.ids, ...received.map(({ id }) => id)],
    again: [...glance.again, ...again],
    refused: [...glance.refused, ...refused],
    handed: glance.handed || handed,
  })
}

/** Shows what lies in the tray for a glance once more. */
export function showAgain(ids: readonly string[]): void {
  tell({ ...glance, ids, handed: true })
}

/** One more thing that could not be done, such as a file that cannot be moved. */
export function noteRefused(name: string, refusal: Refusal): void {
  tell({ ...glance, refused: [...glance.refused, { name, refusal }] })
}

/** The keyboard was given to 归档: it is not taken from the clerk again. */
export function noteFocused(): void {
  tell({ ...glance, handed: false })
}

/** Everything was looked at. What waits stays in the tray; its small pictures stay too. */
export function closeGlance(): void {
  tell({ ...EMPTY, reading: glance.reading, thumbs: glance.thumbs })
}

/** Whether there is anything to look at. */
export function hasSomething({ reading, ids, again, refused }: Glance): boolean {
  return reading !== null || ids.length + again.length + refused.length > 0
}

/** What is shown now, in every part of this window. */
export function useGlance(): Glance {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => glance,
  )
}
