import { addGrams, GRAM_BYTES, mayHold } from './grams'

/** Documents of one block: looked through at once, and written anew when one of them changes. */
export const BLOCK = 64

/** Ends each document: no folded text holds it. */
const END = '\u0000'
/** Between the fields of a document; see `searchText`. */
const PIECE_END = '\n'

/** A word of a question, with the pieces that it is known by. */
export interface Word {
  text: string
  grams: readonly number[]
}

/** How well words stand in a document: a whole field before the beginning of one, that before its end, then the rest. */
const WHOLE = 4
const BEGINS = 2
const ENDS = 1

/** The texts of some documents as one string. */
export class TextBlock {
  private text = ''
  /** Where each document ends in the text. */
  private ends: number[] = []
  /** Null until they are taken: the block is then looked through for every word. */
  private grams: Uint8Array | null = null

  get isFull(): boolean {
    return this.ends.length >= BLOCK
  }

  get isIndexed(): boolean {
    return this.grams !== null
  }

  /** Puts documents behind those that are there. */
  append(texts: readonly string[]): void {
    let end = this.text.length
    for (const text of texts) {
      end += text.length + 1
      this.ends.push(end)
      if (this.grams) addGrams(this.grams, text)
    }
    this.text += texts.join(END) + END
  }

  /** Another text for a document; '' takes it away. */
  replace(at: number, text: string): void {
    const [from, to] = [this.ends[at - 1] ?? 0, this.ends[at] ?? 0]
    const grown = text.length + 1 - (to - from)
    this.text = this.text.slice(0, from) + text + END + this.text.slice(to)
    this.ends = this.ends.map((end, one) => (one < at ? end : end + grown))
    // What the old text held stays noted: the block is looked through in vain now and then.
    if (this.grams) addGrams(this.grams, text)
  }

  /** Takes the pieces by which blocks are passed over. */
  index(): void {
    const grams = new Uint8Array(GRAM_BYTES)
    addGrams(grams, this.text)
    this.grams = grams
  }

  /**
   * Calls back for each document that holds all words, in order; without words for every one. `next`: where each word
   * stands in it first, only until the callback returns.
   */
  find(words: readonly Word[], onHit: (at: number, next: readonly number[]) => void): void {
    const { grams, ends } = this
    if (grams) for (const word of words) if (!mayHold(grams, word.grams)) return
    const next = words.map(() => -1)
    for (let at = 0; at < ends.length; ) {
      const last = this.lastOf(words, next, at === 0 ? 0 : (ends[at - 1] ?? 0))
      if (last === -1) return
      // Where the last one stands in this document, all do.
      if (last < (ends[at] ?? 0)) {
        onHit(at, next)
        at += 1
      } else while (at < ends.length && (ends[at] ?? 0) <= last) at += 1
    }
  }

  /** How well the words stand in a document that `find` found. */
  scoreOf(words: readonly Word[], next: readonly number[], at: number): number {
    const end = this.ends[at] ?? 0
    let score = 0
    for (const [i, { text }] of words.entries()) score += this.bestStanding(text, next[i] ?? 0, end)
    return score
  }

  /** Where the last of the words stands next, from a place on; -1 where one of them does not any more. */
  private lastOf(words: readonly Word[], next: number[], from: number): number {
    let last = from
    // No iterator: this runs for every document of a word that stands everywhere.
    for (let i = 0; i < words.length; i += 1) {
      let found = next[i] ?? -1
      if (found < from) {
        found = this.text.indexOf(words[i]?.text ?? '', from)
        if (found === -1) return -1
        next[i] = found
      }
      if (found > last) last = found
    }
    return last
  }

  private bestStanding(word: string, first: number, end: number): number {
    let best = 0
    for (let at = first; at !== -1 && at < end; at = this.text.indexOf(word, at + 1)) {
      const begins = this.isEdge(at - 1)
      const stops = this.isEdge(at + word.length)
      const standing = begins ? (stops ? WHOLE : BEGINS) : stops ? ENDS : 0
      if (standing > best) best = standing
      if (best === WHOLE) break
    }
    return best
  }

  private isEdge(at: number): boolean {
    const sign = this.text[at]
    return sign === undefined || sign === END || sign === PIECE_END
  }
}
