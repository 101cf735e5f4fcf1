import { type ReadSheetCode, parseSheetCode } from '../../../shared/documents/qrPayload'
import { parseNumber } from '../../../shared/domain/numbering/number'

/** A key as it goes down; `at` in ms. */
export interface KeyStroke {
  key: string
  /** Its place on the keyboard, which says what it is while an input method is on. */
  code: string
  shiftKey: boolean
  at: number
}

/** What a scanner read: a sheet, or a bare record number without print version and form. */
export interface ScannedCode {
  number: ReadSheetCode['number']
  sheet: { version: number; form: string } | null
}

/** Keys that came so fast after one another that a scanner may have sent them. */
export interface Burst {
  letters: readonly { letter: string; at: number }[]
}

export const NO_BURST: Burst = { letters: [] }

/** A longer pause ends a burst, ms: scanners on slow machines stutter, but never as long as a person thinks. */
const LONGEST_GAP_MS = 80
/** The mean pause of a scanner, ms. The fastest typists stay above it over a dozen keys in a row. */
const MEAN_GAP_MS = 35
/** Enter may come a little later, ms. */
const ENTER_GAP_MS = 150
/** A code is never longer; what a person holds down must not fill the memory. */
const MOST_LETTERS = 200

const SHEET = /FD1\|[^|]{1,60}\|\d{1,6}\|[A-Z0-9-]{1,20}$/
const BARE = /^(?:\S{0,30}-)?(?<number>[A-Z]{2}-\d{4}-[A-Z]?\d{4,})$/

/** The burst with one more key. Keys that write nothing (Shift) go by without a trace. */
export function withKey(burst: Burst, stroke: KeyStroke): Burst {
  const letter = letterOf(stroke)
  if (letter === null) return burst
  const last = burst.letters.at(-1)
  const goesOn = last && stroke.at - last.at <= LONGEST_GAP_MS && burst.letters.length < MOST_LETTERS
  const typed = { letter, at: stroke.at }
  return { letters: goesOn ? [...burst.letters, typed] : [typed] }
}

/**
 * The code that a burst spells when Enter comes at `at` (ms), and at which of its letters the code begins; null where
 * it spells none, or was typed as slowly as people type.
 */
export function scannedIn(burst: Burst, at: number): { code: ScannedCode; from: number } | null {
  const last = burst.letters.at(-1)
  if (!last || at - last.at > ENTER_GAP_MS) return null
  const found = codeAtEnd(burst.letters.map(({ letter }) => folded(letter)).join(''))
  if (!found) return null
  const first = burst.letters[found.from]
  const gaps = burst.letters.length - 1 - found.from
  if (!first || (last.at - first.at) / gaps > MEAN_GAP_MS) return null
  return found
}

function codeAtEnd(text: string): { code: ScannedCode; from: number } | null {
  const written = SHEET.exec(text)
  const sheet = written && parseSheetCode(written[0])
  if (sheet) {
    const { number, version, form } = sheet
    return { code: { number, sheet: { version, form } }, from: written.index }
  }
  const bare = parseNumber(`?-${BARE.exec(text)?.groups?.['number'] ?? ''}`)
  if (!bare) return null
  const { prefix: _prefix, ...number } = bare
  return { code: { number, sheet: null }, from: 0 }
}

/** With Caps Lock a scanner's letters come small, and with a Chinese input method its signs come wide. */
function folded(letter: string): string {
  const plain = letter.normalize('NFKC').toUpperCase()
  return plain.length === letter.length ? plain : letter
}

/** What a key writes; null for one that writes nothing. */
function letterOf({ key, code, shiftKey }: KeyStroke): string | null {
  if (key === 'Process') return letterAt(code, shiftKey)
  return key.length === 1 ? key : null
}

/** What stands on the key while an input method hides it, on the keyboard that scanners pretend to be. */
function letterAt(code: string, shiftKey: boolean): string | null {
  const [, letter] = /^(?:Key([A-Z])|Digit\d)$/.exec(code) ?? []
  if (letter) return letter
  if (code.startsWith('Digit')) return shiftKey ? UNKNOWN : code.slice(5)
  if (code === 'Minus') return shiftKey ? '_' : '-'
  if (code === 'Backslash' || code === 'IntlBackslash') return shiftKey ? '|' : '\\'
  return code.startsWith('Shift') || code.startsWith('Control') ? null : UNKNOWN
}

/** A sign that no code has. */
const UNKNOWN = '\ufffd'
