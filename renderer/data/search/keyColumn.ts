/** So many stretches an order is divided into. */
const STRETCHES = 4096
/** With fewer keys nothing is gained by it. */
const WORTHWHILE = 4096

/**
 * Where documents stand in an order: a key each. Comparing half a million of them letter by letter would take longer
 * than finding them; so it is known of each in which of some thousand stretches of the order it lies, and only keys of one
 * stretch are compared.
 */
export class KeyColumn {
  private readonly keys: (string | undefined)[] = []
  /** How many fences are not above the key. */
  private coarse = new Uint16Array(1024)
  /** So many keys are placed between the fences; none counts before all are. */
  private placed = 0
  /** How many places have a key: an order may be that of a few documents among very many. */
  private known = 0

  constructor(private fences: readonly string[] = []) {}

  /** Puts stored keys behind the others; they lie between the fences already. */
  append(keys: readonly (string | undefined)[], coarse: Uint16Array): void {
    const from = this.keys.length
    for (const key of keys) this.keys.push(key)
    this.known += countKnown(keys)
    this.reach(this.keys.length)
    this.coarse.set(coarse.subarray(0, keys.length), from)
    this.placed = this.keys.length
  }

  /** Leaves places empty up to `count`. */
  fill(count: number): void {
    const settled = this.isSettled
    while (this.keys.length < count) this.keys.push(undefined)
    this.reach(count)
    if (settled) this.placed = this.keys.length
  }

  get length(): number {
    return this.keys.length
  }

  /** What it is stored as: keys of some places, and how they lie between the fences. */
  part(from: number, to: number): { keys: (string | undefined)[]; coarse: Uint16Array } {
    return { keys: this.keys.slice(from, to), coarse: this.coarse.slice(from, to) }
  }

  get between(): readonly string[] {
    return this.fences
  }

  keyOf(place: number): string | undefined {
    return this.keys[place]
  }

  set(place: number, key: string | undefined): void {
    const settled = this.isSettled
    // No holes: an array with large ones becomes a slow one.
    this.fill(place)
    this.known += countKnown([key]) - countKnown([this.keys[place]])
    this.keys[place] = key
    this.reach(place + 1)
    this.coarse[place] = this.among(key ?? '')
    if (settled) this.placed = this.keys.length
  }

  /** Places some more keys between the fences; answers whether there are more. */
  prepare(count: number): boolean {
    if (this.fences.length === 0) {
      if (this.known < WORTHWHILE) return false
      this.fences = this.chosen()
      this.placed = 0
    }
    const until = Math.min(this.placed + count, this.keys.length)
    for (; this.placed < until; this.placed += 1) {
      this.coarse[this.placed] = this.among(this.keys[this.placed] ?? '')
    }
    return this.placed < this.keys.length
  }

  /** The fences are chosen anew: what came in since may lie in few of the stretches. */
  chooseAnew(): void {
    this.fences = []
    this.placed = 0
  }

  /** Whether all keys are placed between the fences, or there are none. */
  get isSettled(): boolean {
    return this.fences.length === 0 || this.placed === this.keys.length
  }

  /** How many stretches there are: one, while they are not known. */
  get stretches(): number {
    return this.isSettled ? this.fences.length + 1 : 1
  }

  /** The stretch that a place lies in. */
  stretchAt(place: number): number {
    return this.isSettled ? (this.coarse[place] ?? 0) : 0
  }

  /** The stretch that a key lies in. */
  stretchOf(key: string): number {
    return this.isSettled ? this.among(key) : 0
  }

  /** Which of two places stands first; 0 where their keys are the same. */
  compare(a: number, b: number): number {
    const apart = this.stretchAt(a) - this.stretchAt(b)
    if (apart !== 0) return apart
    const [one, other] = [this.keys[a] ?? '', this.keys[b] ?? '']
    return one === other ? 0 : one < other ? -1 : 1
  }

  /** A test whether a place stands before a key; never where there is no key. */
  before(bound: string): (place: number) => boolean {
    const stretch = this.stretchOf(bound)
    return (place) => {
      const own = this.stretchAt(place)
      if (own < stretch) return this.keys[place] !== undefined
      return own === stretch && (this.keys[place] ?? bound) < bound
    }
  }

  /** A test whether a place stands in a part of the order: `from` is in it, `to` is not. */
  within({ from, to }: { from: string; to: string }): (place: number) => boolean {
    const [early, late] = [this.before(from), this.before(to)]
    return (place) => late(place) && !early(place)
  }

  /** How many fences are not above a key. */
  private among(key: string): number {
    let [from, to] = [0, this.fences.length]
    while (from < to) {
      const middle = (from + to) >>> 1
      if ((this.fences[middle] ?? '') <= key) from = middle + 1
      else to = middle
    }
    return from
  }

  private chosen(): string[] {
    const known = this.keys.filter((key) => key !== undefined)
    const sample = Math.min(known.length, STRETCHES * 2)
    const picked = Array.from(
      { length: sample },
      (_, i) => known[Math.floor((i * known.length) / sample)] ?? '',
    )
    return picked.sort().filter((key, i) => i % 2 === 1 && key !== picked[i - 2])
  }

  private reach(count: number): void {
    if (count <= this.coarse.length) return
    const grown = new Uint16Array(Math.max(count, this.coarse.length * 2))
    grown.set(this.coarse)
    this.coarse = grown
  }
}

function countKnown(keys: readonly (string | undefined)[]): number {
  return keys.reduce((count, key) => (key === undefined ? count : count + 1), 0)
}
