/** Bits that say which pieces a stretch of text may hold: 4 KB. */
const BITS = 15
export const GRAM_BYTES = 1 << (BITS - 3)

/** Between the fields of a document, and at its ends: `PIECE_END` of `searchText`. */
const EDGE = 10

/**
 * Notes the pieces of a text: every character, every two, and of Latin letters and digits every three and four, for any
 * two digits stand somewhere in every stretch of the books. Of fields their first and last two, whatever they are, and
 * twice: a bit that another piece has set as well costs a look at many texts.
 */
export function addGrams(bits: Uint8Array, text: string): void {
  let [a, b, c] = [0, 0, EDGE]
  for (let at = 0; at <= text.length; at += 1) {
    const d = at === text.length ? EDGE : text.charCodeAt(at)
    set(bits, gramOf(0, 0, 0, d))
    set(bits, gramOf(0, 0, c, d))
    if (b === EDGE || d === EDGE) {
      set(bits, gramOf(0, b, c, d))
      set(bits, gramOf(EDGE, b, c, d))
    } else if (isLatin(b, c, d)) {
      set(bits, gramOf(0, b, c, d))
      if (isLatin(a, b, c)) set(bits, gramOf(a, b, c, d))
    }
    ;[a, b, c] = [b, c, d]
  }
}

/** The pieces that a word is known by; a text without one of them does not hold the word. */
export function gramsOf(word: string): number[] {
  const codes = [...Array(word.length).keys()].map((at) => word.charCodeAt(at))
  const [d = 0] = codes
  if (codes.length === 1) return [gramOf(0, 0, 0, d)]
  const grams: number[] = []
  for (let at = 1; at < codes.length; at += 1) {
    const [w = 0, x = 0, y = 0, z = 0] = [codes[at - 3], codes[at - 2], codes[at - 1], codes[at]]
    if (isLatin(w, x, y) && isLatin(x, y, z)) grams.push(gramOf(w, x, y, z))
    else if (isLatin(x, y, z)) grams.push(gramOf(0, x, y, z))
    else grams.push(gramOf(0, 0, y, z))
  }
  return grams
}

/** The pieces by which a field is known that begins with a word. */
export function beginningOf(word: string): number[] {
  const [c, d] = [word.charCodeAt(0), word.charCodeAt(1)]
  return word.length > 1 ? twice(EDGE, c, d) : [gramOf(0, 0, EDGE, c)]
}

/** The pieces by which a field is known that ends with a word. */
export function endOf(word: string): number[] {
  const [b, c] = [word.charCodeAt(word.length - 2), word.charCodeAt(word.length - 1)]
  return word.length > 1 ? twice(b, c, EDGE) : [gramOf(0, 0, c, EDGE)]
}

/** The pieces by which a field is known that is nothing but one sign. */
export function wholeOf(sign: string): number[] {
  return twice(EDGE, sign.charCodeAt(0), EDGE)
}

/** Whether a text with these bits may hold all the pieces. */
export function mayHold(bits: Uint8Array, grams: readonly number[]): boolean {
  for (let at = 0; at < grams.length; at += 1) {
    const gram = grams[at] ?? 0
    if (((bits[gram >>> 3] ?? 0) & (1 << (gram & 7))) === 0) return false
  }
  return true
}

function isLatin(x: number, y: number, z: number): boolean {
  return x > 32 && y > 32 && z > 32 && x < 128 && y < 128 && z < 128
}

function twice(b: number, c: number, d: number): number[] {
  return [gramOf(0, b, c, d), gramOf(EDGE, b, c, d)]
}

function gramOf(w: number, x: number, y: number, z: number): number {
  const mixed =
    Math.imul(w, 0x2c1b3c6d) ^ Math.imul(x, 0x297a2d39) ^ Math.imul(y, 0x9e3779b1) ^ Math.imul(z, 0x85ebca77)
  return Math.imul(mixed ^ (mixed >>> 15), 0x2545f491) >>> (32 - BITS)
}

function set(bits: Uint8Array, gram: number): void {
  bits[gram >>> 3] = (bits[gram >>> 3] ?? 0) | (1 << (gram & 7))
}
