import { ems, printable } from './runs'

/** A cut between digits or letters makes another number, phone or plate of it. */
const JOINED = /[A-Za-z0-9 .,:/-]+$/u
const SENTENCE_END = /^.*[。！？；，、]/su
/** How much of what fits may be given up to end with a sentence. */
const MOST_GIVEN_UP = 0.35

/** Below so many ems a line loses more of its end to what stays whole. */
const NARROW = 15

/** Room for a text: `lines` of `width` points in type of `size` points. */
export interface Room {
  lines: number
  width: number
  size: number
}

/** Lines that a text takes, at most: none is filled to its last point, because words and numbers stay whole. */
function linesOf(text: string, { width, size }: Room): number {
  const perLine = width / size - (width < NARROW * size ? 2 : 1)
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(ems(line) / perLine)), 0)
}

/** True where the whole text has room. */
export function fits(text: string, room: Room): boolean {
  return linesOf(printable(text).trimEnd(), room) <= room.lines
}

/**
 * The text, whole where it has room; else as many of its sentences as do, followed by `more`, which says that this is
 * not all. Nothing is ever left out without being said (forms, "nothing is cut").
 */
export function excerpt(text: string, room: Room, more: string): string {
  const whole = printable(text).trimEnd()
  if (fits(whole, room)) return whole
  const flat = [...whole.replaceAll(/\n+/g, ' ')]
  let kept = flat.length
  while (kept > 0 && linesOf(flat.slice(0, kept).join('') + more, room) > room.lines) kept -= 1
  const cut = flat.slice(0, kept).join('')
  const sentences = SENTENCE_END.exec(cut)?.[0] ?? ''
  const enough = [...sentences].length >= kept * (1 - MOST_GIVEN_UP)
  return (enough ? sentences : cut.replace(JOINED, '')) + more
}
