/** Chance that repeats itself: the demo office is the same for everybody who opens it on the same day. */
export interface Chance {
  /** 0 ≤ x < 1 */
  next: () => number
  /** Whole number, 0 ≤ n < `below`. */
  below: (below: number) => number
  /** A number in [from, to). */
  between: (from: number, to: number) => number
  pick: <T>(values: readonly T[]) => T
  /** True in `share` of the cases. */
  happens: (share: number) => boolean
}

/** A chance from a seed (mulberry32: small, quick, good enough for made-up data). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    between: (from, to) => from + next() * (to - from),
    pick: (values) => {
      const value = values[below(values.length)]
      if (value === undefined) throw new Error('nothing to pick from')
      return value
    },
    happens: (share) => next() < share,
  }
}
