import { GramSets } from './gramSets'

/* Of what stands in many documents, it is known in which: a word of it needs no look at any text. */

/** Documents that the choice goes by. */
const SAMPLE = 2000
/** Kept is what one of so many documents holds, and of that so many pieces at most: 64 KB each at half a million. */
const ONE_OF = 64
const AT_MOST = 1024
/** Stands before a document and after it, as between two of its fields. */
const EDGE = 10

/** What the pieces are, as they are stored. */
export interface CommonPieces {
  pairs: Int32Array
  triples: Int32Array
}

/** Numbers by a number, for few of them and very many questions. */
class Slots {
  private readonly mask: number
  private readonly keys: Int32Array
  private readonly slots: Int16Array

  constructor(known: Int32Array, first: number) {
    let size = 1024
    while (size < known.length * 4) size *= 2
    this.mask = size - 1
    this.keys = new Int32Array(size)
    this.slots = new Int16Array(size).fill(-1)
    for (const [i, key] of known.entries()) {
      let at = this.place(key)
      while (this.slots[at] !== -1) at = (at + 1) & this.mask
      this.keys[at] = key
      this.slots[at] = first + i
    }
  }

  /** -1 where it is none of them. */
  find(key: number): number {
    for (let at = this.place(key); ; at = (at + 1) & this.mask) {
      const slot = this.slots[at] ?? -1
      if (slot === -1 || this.keys[at] === key) return slot
    }
  }

  private place(key: number): number {
    const mixed = Math.imul(key, 0x9e3779b1)
    return (mixed ^ (mixed >>> 15)) & this.mask
  }
}

/** The sets of documents that hold the commonest characters and pairs, and threes of Latin letters and digits. */
export class CommonGrams {
  readonly sets: GramSets
  private readonly pairs: Slots
  private readonly triples: Slots

  constructor(readonly pieces: CommonPieces) {
    this.pairs = new Slots(pieces.pairs, 0)
    this.triples = new Slots(pieces.triples, pieces.pairs.length)
    this.sets = new GramSets(pieces.pairs.length + pieces.triples.length)
  }

  /** Chooses by some documents out of `count`. */
  static choose(count: number, textOf: (place: number) => string): CommonGrams {
    const step = Math.max(1, Math.floor(count / SAMPLE))
    const found = { pairs: new Map<number, number>(), triples: new Map<number, number>() }
    let looked = 0
    for (let place = 0; place < count; place += step, looked += 1) countPieces(textOf(place), found)
    const common = (['pairs', 'triples'] as const).flatMap((name) =>
      [...found[name]].map(([key, times]) => ({ name, key, times })),
    )
    const kept = common
      .filter(({ times }) => times * ONE_OF >= looked)
      .sort((a, b) => b.times - a.times)
      .slice(0, AT_MOST)
    const keysOf = (wanted: string) =>
      Int32Array.from(kept.filter(({ name }) => name === wanted).map(({ key }) => key))
    return new CommonGrams({ pairs: keysOf('pairs'), triples: keysOf('triples') })
  }

  /** Notes what a document holds. */
  mark(place: number, text: string): void {
    eachPiece(text, (pair, triple) => {
      const slot = pair === null ? -1 : this.pairs.find(pair)
      if (slot !== -1) this.sets.add(slot, place)
      const third = triple === null ? -1 : this.triples.find(triple)
      if (third !== -1) this.sets.add(third, place)
    })
  }

  /** Forgets what a document held. */
  unmark(place: number): void {
    this.sets.forget(place)
  }

  /** Leaves the documents that may hold a word; true where they all do. */
  narrow(word: string, found: Uint32Array): boolean {
    let exact = false
    eachPieceOf(word, (key, length) => {
      const slot = this.slotOf(key, length)
      if (slot === -1) return
      this.sets.keepIn(slot, found)
      exact ||= length === word.length
    })
    return exact
  }

  /** The sets of documents in which a field may begin with a word, and end with it; -1 where that is not known. */
  edgesOf(word: string): { begins: number; ends: number } {
    const first = pairOf(EDGE, word.charCodeAt(0))
    const last = pairOf(word.charCodeAt(word.length - 1), EDGE)
    return { begins: this.slotOf(first, 2), ends: this.slotOf(last, 2) }
  }

  private slotOf(key: number, length: number): number {
    return length === 3 ? this.triples.find(key) : this.pairs.find(key)
  }
}

function pairOf(c: number, d: number): number {
  return (c << 16) | d
}

/** -1 for what is not three Latin letters or digits. */
function tripleOf(b: number, c: number, d: number): number {
  const plain = b > 32 && c > 32 && d > 32 && b < 128 && c < 128 && d < 128
  return plain ? (b << 14) | (c << 7) | d : -1
}

/** Every character, pair and three of a text, with its edges. */
function eachPiece(text: string, onPiece: (pair: number | null, triple: number | null) => void): void {
  let [b, c] = [0, EDGE]
  for (let at = 0; at < text.length; at += 1) {
    const d = text.charCodeAt(at)
    onPiece(pairOf(0, d), null)
    const triple = tripleOf(b, c, d)
    onPiece(pairOf(c, d), triple === -1 ? null : triple)
    ;[b, c] = [c, d]
  }
  onPiece(pairOf(c, EDGE), null)
}

/** The pieces that a word is known by: none that another holds. */
function eachPieceOf(word: string, onPiece: (key: number, length: number) => void): void {
  if (word.length === 1) onPiece(pairOf(0, word.charCodeAt(0)), 1)
  for (let at = 1; at < word.length; at += 1) {
    const [b, c, d] = [word.charCodeAt(at - 2), word.charCodeAt(at - 1), word.charCodeAt(at)]
    onPiece(pairOf(c, d), 2)
    const triple = at < 2 ? -1 : tripleOf(b, c, d)
    if (triple !== -1) onPiece(triple, 3)
  }
}

/** Counts each piece of a text once. */
function countPieces(
  text: string,
  found: { pairs: Map<number, number>; triples: Map<number, number> },
): void {
  const seen = { pairs: new Set<number>(), triples: new Set<number>() }
  eachPiece(text, (pair, triple) => {
    if (pair !== null) seen.pairs.add(pair)
    if (triple !== null) seen.triples.add(triple)
  })
  for (const name of ['pairs', 'triples'] as const) {
    for (const key of seen[name]) found[name].set(key, (found[name].get(key) ?? 0) + 1)
  }
}
