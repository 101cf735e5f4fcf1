import { bitsIn, lowestBit } from './bits'
import { addGrams, beginningOf, endOf, GRAM_BYTES, gramsOf, mayHold, wholeOf } from './grams'

/** Documents of one block: one word of a set. Looked through at once, and written anew when one of them changes. */
export const BLOCK = 32

/** Ends each document: no folded text holds it. */
const END = '\u0000'
/** Between the fields of a document; see `searchText`. */
const PIECE_END = '\n'
/** So few documents are looked into one by one. */
const FEW = 6

/** A word of a question, with the pieces that it is known by. */
export interface Word {
  text: string
  grams: readonly number[]
  /** The pieces of a field that begins with it, that ends with it; of a single sign, of one that is nothing else. */
  begins: readonly number[]
  ends: readonly number[]
  whole: readonly number[]
}

/** A folded word. */
export function wordOf(text: string): Word {
  const whole = text.length === 1 ? wholeOf(text) : []
  return { text, grams: gramsOf(text), begins: beginningOf(text), ends: endOf(text), whole }
}

/** How well a word stands in a document: a whole field before the beginning of one, that before its end, then the rest. */
const WHOLE = 4
const BEGINS = 2
const ENDS = 1

/** How a word may stand in the documents of a block. */
export interface Edges {
  begins: boolean
  ends: boolean
  whole: boolean
}

/** In which documents of a block a word stands so, a bit each. */
export interface Standings {
  begins: number
  ends: number
  whole: number
}

/** The best that a word can do. */
export function bestWith(begins: boolean, ends: boolean, whole: boolean): number {
  if (whole) return WHOLE
  return begins ? BEGINS : ends ? ENDS : 0
}

/** The texts of some documents as one string. */
export class TextBlock {
  private text = ''
  /** Where each document ends in the text. */
  private ends: number[] = []
  /** Null until they are taken: the block is then looked through for every word. */
  private grams: Uint8Array | null = null

  /** A block as it was stored. */
  static of(text: string, grams: Uint8Array): TextBlock {
    const block = new TextBlock()
    block.text = text
    for (let at = text.indexOf(END); at !== -1; at = text.indexOf(END, at + 1)) block.ends.push(at + 1)
    block.grams = grams
    return block
  }

  get count(): number {
    return this.ends.length
  }

  get isFull(): boolean {
    return this.ends.length >= BLOCK
  }

  get isIndexed(): boolean {
    return this.grams !== null
  }

  /** What it is stored as; the pieces are taken before. */
  get stored(): { text: string; grams: Uint8Array | null } {
    return { text: this.text, grams: this.grams }
  }

  /** Puts documents behind those that are there. */
  append(texts: readonly string[]): void {
    let end = this.text.length
    for (const text of texts) {
      end += text.length + 1
      this.ends.push(end)
      this.note(text)
    }
    this.text += texts.join(END) + END
  }

  /** Another text for a document; '' takes it away. */
  replace(at: number, text: string): void {
    const [from, to] = [this.startOf(at), this.ends[at] ?? 0]
    const grown = text.length + 1 - (to - from)
    this.text = this.text.slice(0, from) + text + END + this.text.slice(to)
    this.ends = this.ends.map((end, one) => (one < at ? end : end + grown))
    // What the old text held stays noted: the block is looked through in vain now and then.
    this.note(text)
  }

  /** Takes the pieces by which blocks are passed over. */
  index(): void {
    this.grams = new Uint8Array(GRAM_BYTES)
    for (let at = 0; at < this.ends.length; at += 1) this.note(this.textOf(at))
  }

  /** The text of one document. */
  textOf(at: number): string {
    return this.text.slice(this.startOf(at), (this.ends[at] ?? 1) - 1)
  }

  /** Of the documents of `mask`, a bit each, those that hold all words. */
  narrow(mask: number, words: readonly Word[]): number {
    const { grams } = this
    if (grams) for (const word of words) if (!mayHold(grams, word.grams)) return 0
    let left = mask
    for (const { text } of words) {
      left = bitsIn(left) > FEW ? this.walk(left, text) : this.look(left, text)
      if (left === 0) return 0
    }
    return left
  }

  /** How a word may stand in one of its documents. */
  edgesOf({ begins, ends, whole }: Word): Edges {
    const { grams } = this
    if (!grams) return { begins: true, ends: true, whole: true }
    return { begins: mayHold(grams, begins), ends: mayHold(grams, ends), whole: mayHold(grams, whole) }
  }

  /** How a word stands in all its documents: of a single sign by looking at each, of a longer one from place to place. */
  standingOf(word: string): Standings {
    const standings = { begins: 0, ends: 0, whole: 0 }
    const { text } = this
    const only = word.length === 1 ? word.charCodeAt(0) : -1
    let one = 0
    for (let at = next(text, word, only, 0); at !== -1; at = next(text, word, only, at + 1)) {
      while ((this.ends[one] ?? 0) <= at) one += 1
      const begins = at === 0 || isBound(text.charCodeAt(at - 1))
      const ends = isBound(text.charCodeAt(at + word.length))
      const bit = 1 << one
      if (begins) standings.begins |= bit
      if (ends) standings.ends |= bit
      if (begins && ends) standings.whole |= bit
    }
    return standings
  }

  /** How well the words stand in a document that holds them. */
  scoreOf(words: readonly Word[], at: number): number {
    const text = this.textOf(at)
    let score = 0
    for (const word of words) score += bestStanding(text, word.text)
    return score
  }

  private note(text: string): void {
    if (this.grams) addGrams(this.grams, text)
  }

  private startOf(at: number): number {
    return at === 0 ? 0 : (this.ends[at - 1] ?? 0)
  }

  /** From one place where the word stands to the next: for many documents. */
  private walk(mask: number, word: string): number {
    let [left, found] = [0, -1]
    for (let rest = mask; rest !== 0; rest &= rest - 1) {
      const at = lowestBit(rest)
      const from = this.startOf(at)
      if (found < from) {
        found = this.text.indexOf(word, from)
        if (found === -1) break
      }
      if (found < (this.ends[at] ?? 0)) left |= 1 << at
    }
    return left
  }

  private look(mask: number, word: string): number {
    let left = 0
    for (let rest = mask; rest !== 0; rest &= rest - 1) {
      const at = lowestBit(rest)
      if (this.textOf(at).includes(word)) left |= 1 << at
    }
    return left
  }
}

/** Where a word stands next. A sign that stands everywhere is found sooner by looking at each than by asking each time. */
function next(text: string, word: string, only: number, from: number): number {
  if (only === -1) return text.indexOf(word, from)
  for (let at = from; at < text.length; at += 1) if (text.charCodeAt(at) === only) return at
  return -1
}

function isBound(code: number): boolean {
  return code === 10 || code === 0
}

function bestStanding(text: string, word: string): number {
  let best = 0
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const stop = at + word.length
    const begins = at === 0 || text[at - 1] === PIECE_END
    const ends = stop === text.length || text[stop] === PIECE_END
    const standing = bestWith(begins, ends, begins && ends)
    if (standing > best) best = standing
    if (best === WHOLE) break
  }
  return best
}
