import { recall, remember } from '../../ui'

/** Places of the desk where files were being stored; no names, for it lies in the open. */
const KEY = 'attachments.underWay'

const lockOf = (place: string): string => `attachments ${place}`

/** Where in the desk something is: the screen and its record. */
export function placeNow(): string {
  return location.hash.replace(/\?.*$/, '')
}

/**
 * Does what stores files, and notes that it goes on at this place: should the window or the program end in the middle,
 * `wasBrokenOff` says so there.
 */
export async function whileNoted<T>(place: string, work: () => Promise<T>): Promise<T> {
  // The note goes by itself with the work, the lock with the page as well: a note without its lock was left behind.
  return navigator.locks.request(lockOf(place), { mode: 'shared' }, async () => {
    note(place, true)
    try {
      return await work()
    } finally {
      note(place, false)
    }
  })
}

/** Whether storing files ended in its middle here, which is said once. */
export async function wasBrokenOff(place: string): Promise<boolean> {
  if (!noted().includes(place)) return false
  return navigator.locks.request(lockOf(place), { ifAvailable: true }, async (lock) => {
    if (!lock || !noted().includes(place)) return false
    note(place, false)
    return true
  })
}

function noted(): string[] {
  return recall<string[]>(KEY, [])
}

function note(place: string, on: boolean): void {
  const others = noted().filter((one) => one !== place)
  remember(KEY, on ? [...others, place] : others)
}
