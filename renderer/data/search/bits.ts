/** So many words a set grows by at least, and by an eighth of what it has: never by as much again. */
const GROWTH = 8

/**
 * A growing set of small numbers, 32 a word: 64 KB hold half a million. Words before its first number and behind its last
 * are not kept: what stands in a month's records takes what a month takes.
 */
export class Bits {
  /** The number of the first word that is kept. */
  private first = 0
  private words = new Uint32Array(0)

  add(at: number): void {
    const word = at >>> 5
    this.reach(word, word + 1)
    const kept = word - this.first
    this.words[kept] = (this.words[kept] ?? 0) | (1 << (at & 31))
  }

  delete(at: number): void {
    const kept = (at >>> 5) - this.first
    if (kept >= 0 && kept < this.words.length) this.words[kept] = (this.words[kept] ?? 0) & ~(1 << (at & 31))
  }

  has(at: number): boolean {
    return ((this.words[(at >>> 5) - this.first] ?? 0) & (1 << (at & 31))) !== 0
  }

  /** Takes over whole words from the word `from` on. */
  put(from: number, words: Uint32Array): void {
    this.reach(from, from + words.length)
    this.words.set(words, from - this.first)
  }

  /** A copy of some words, filled up with empty ones. */
  part(from: number, count: number): Uint32Array {
    const part = new Uint32Array(count)
    const begin = Math.max(from, this.first)
    const end = Math.min(from + count, this.first + this.words.length)
    if (begin < end) part.set(this.words.subarray(begin - this.first, end - this.first), begin - from)
    return part
  }

  /** Leaves in `target` what is in here too. */
  keepIn(target: Uint32Array): void {
    const end = Math.min(target.length, this.first + this.words.length)
    target.fill(0, 0, Math.min(this.first, target.length))
    for (let at = this.first; at < end; at += 1) {
      target[at] = (target[at] ?? 0) & (this.words[at - this.first] ?? 0)
    }
    target.fill(0, Math.max(0, end))
  }

  /** Adds to `target` what is in here, as far as it reaches. */
  addTo(target: Uint32Array): void {
    const end = Math.min(target.length, this.first + this.words.length)
    for (let at = this.first; at < end; at += 1) {
      target[at] = (target[at] ?? 0) | (this.words[at - this.first] ?? 0)
    }
  }

  /** Keeps words `from` to `to`, which is not among them, besides those that are kept. */
  private reach(from: number, to: number): void {
    const end = this.first + this.words.length
    if (this.words.length > 0 && from >= this.first && to <= end) return
    const first = this.words.length > 0 ? Math.min(from, this.first) : from
    const most = Math.max(to, end)
    const slack = most > end && this.words.length > 0 ? Math.max(GROWTH, this.words.length >>> 3) : 0
    const grown = new Uint32Array(most - first + slack)
    if (this.words.length > 0) grown.set(this.words, this.first - first)
    this.words = grown
    this.first = first
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
