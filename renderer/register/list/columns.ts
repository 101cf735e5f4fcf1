import type { ListColumn, Room } from './definition'

const ROOMS: readonly Room[] = ['narrow', 'middle', 'wide']

/** The room for a width in px: what is due next is never to lie behind a scroll bar. */
export function roomFor(width: number): Room {
  if (width < 700) return 'narrow'
  return width < 900 ? 'middle' : 'wide'
}

/** Anything that can be chosen by key: the order and the fixed ones are the register's. */
type Choosable = Pick<ListColumn<never>, 'key' | 'from' | 'fixed'>

/** The keys that are shown: what was chosen, in its order, or as many as there is room for. */
export function shownKeys(
  columns: readonly Choosable[],
  chosen: readonly string[] | null,
  room: Room,
): string[] {
  if (!chosen) return columns.filter(({ from }) => from && fits(from, room)).map(({ key }) => key)
  const known = chosen.filter((key) => columns.some((column) => column.key === key))
  const missing = columns.filter(({ key, fixed }) => fixed && !known.includes(key)).map(({ key }) => key)
  return [...missing, ...known]
}

function fits(from: Room, room: Room): boolean {
  return ROOMS.indexOf(from) <= ROOMS.indexOf(room)
}

/** Remembered keys of another version of the program; null where nothing was chosen. */
export function readChosen(kept: unknown): string[] | null {
  if (!Array.isArray(kept)) return null
  const keys = kept.filter((key): key is string => typeof key === 'string')
  return keys.length > 0 ? [...new Set(keys)] : null
}

/** Shows a column, behind the others, or hides it. */
export function withColumn(shown: readonly string[], key: string, on: boolean): string[] {
  const others = shown.filter((other) => other !== key)
  return on ? [...others, key] : others
}

/** Moves a column by so many places. */
export function moveColumn(shown: readonly string[], key: string, by: number): string[] {
  const at = shown.indexOf(key)
  const to = Math.min(shown.length - 1, Math.max(0, at + by))
  return at < 0 ? [...shown] : shown.toSpliced(at, 1).toSpliced(to, 0, key)
}
