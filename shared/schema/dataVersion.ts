/** Version of our stored data, apart from Dexie's own: Dexie would open a newer database without a word. */
export const DATA_VERSION = 7

/** What the stored version asks for: open it, back up and migrate, or refuse with a plain message. */
export type VersionCheck = 'same' | 'older' | 'newer'

/** Compares the version found in a database (an integer from 1) with ours. */
export function checkDataVersion(stored: number, current: number = DATA_VERSION): VersionCheck {
  if (stored === current) return 'same'
  return stored < current ? 'older' : 'newer'
}
