import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { sha256Hex } from './digest'

/** Bits of a digest that seed the generator. */
const SEED_DIGITS = 8

/**
 * A random sample without repetition, in the pool's order: the same words and the same pool give the same sample, on
 * every machine. xoroshiro128+ is seeded with the first 32 bits of the words' SHA-256.
 * @param size all of the pool where it is smaller.
 */
export function sampleOf<T>(pool: readonly T[], size: number, words: string): T[] {
  const chance = xoroshiro128plus(Number.parseInt(sha256Hex(words).slice(0, SEED_DIGITS), 16) | 0)
  const places = pool.map((_, index) => index)
  const wanted = Math.min(size, pool.length)
  for (let drawn = 0; drawn < wanted; drawn += 1) {
    const at = uniformInt(chance, drawn, pool.length - 1)
    const [here = 0, there = 0] = [places[drawn], places[at]]
    places[drawn] = there
    places[at] = here
  }
  const chosen = new Set(places.slice(0, wanted))
  return pool.filter((_, index) => chosen.has(index))
}
