/** A growing set of small numbers: 64 KB hold half a million. */
export class Bits {
  constructor(private words: Uint32Array = new Uint32Array(64)) {}

  /** 32 numbers a word, lowest first; may be shorter than another set's. */
  get raw(): Uint32Array {
    return this.words
  }

  add(at: number): void {
    const word = at >>> 5
    this.reach(word + 1)
    this.words[word] = (this.words[word] ?? 0) | (1 << (at & 31))
  }

  delete(at: number): void {
    const word = at >>> 5
    if (word < this.words.length) this.words[word] = (this.words[word] ?? 0) & ~(1 << (at & 31))
  }

  has(at: number): boolean {
    return ((this.words[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0
  }

  /** Takes over whole words from the word `from` on. */
  put(from: number, words: Uint32Array): void {
    this.reach(from + words.length)
    this.words.set(words, from)
  }

  /** A copy of some words, filled up with empty ones. */
  part(from: number, count: number): Uint32Array {
    const part = new Uint32Array(count)
    part.set(this.words.subarray(from, from + count))
    return part
  }

  private reach(count: number): void {
    if (count <= this.words.length) return
    const grown = new Uint32Array(Math.max(count, this.words.length * 2))
    grown.set(this.words)
    this.words = grown
  }
}

/** Leaves in `target` what is in `set` too. */
export function keepOnly(target: Uint32Array, set: Uint32Array): void {
  const shared = Math.min(target.length, set.length)
  for (let at = 0; at < shared; at += 1) target[at] = (target[at] ?? 0) & (set[at] ?? 0)
  target.fill(0, shared)
}

/** How many bits of a word are set. */
export function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** How many numbers there are. */
export function countBits(words: Uint32Array): number {
  let count = 0
  for (let at = 0; at < words.length; at += 1) count += bitsIn(words[at] ?? 0)
  return count
}

/** The lowest bit that is set, of a word that is not 0. */
export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word)
}

/** The highest bit that is set, of a word that is not 0. */
export function highestBit(word: number): number {
  return 31 - Math.clz32(word)
}

/** The word without its highest bit. */
export function withoutHighest(word: number): number {
  return word ^ (1 << highestBit(word))
}

/** Calls back for each number, lowest first. */
export function eachBit(words: Uint32Array, onBit: (at: number) => void): void {
  for (let at = 0; at < words.length; at += 1) {
    for (let left = words[at] ?? 0; left !== 0; left &= left - 1) onBit(at * 32 + lowestBit(left))
  }
}
