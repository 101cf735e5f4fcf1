import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Bits, eachBit } from './bits'
import { GramSets, PAGE } from './gramSets'

const number = fc.oneof(fc.nat(200), fc.integer({ min: 9000, max: 9100 }))
const change = fc.record({ at: number, away: fc.boolean() })

function numbers(words: Uint32Array): number[] {
  const found: number[] = []
  eachBit(words, (at) => found.push(at))
  return found
}

/** All of the words that the numbers may lie in. */
const WORDS = 300

describe('a set of numbers that keeps only the words it needs', () => {
  it('holds what was added and not taken away, wherever it begins', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), fc.array(number), number, (changes, others, from) => {
        const [bits, truth] = [new Bits(), new Set<number>()]
        for (const { at, away } of changes) {
          if (away) bits.delete(at)
          else bits.add(at)
          if (away) truth.delete(at)
          else truth.add(at)
        }
        const held = [...truth].sort((a, b) => a - b)
        expect(numbers(bits.part(0, WORDS))).toEqual(held)
        for (const { at } of changes) expect(bits.has(at)).toBe(truth.has(at))
        const word = from >>> 5
        const shifted = held.filter((at) => at >= word * 32).map((at) => at - word * 32)
        expect(numbers(bits.part(word, WORDS))).toEqual(shifted)
        const target = new Bits()
        for (const at of others) target.add(at)
        const both = target.part(0, WORDS)
        bits.keepIn(both)
        expect(numbers(both)).toEqual(
          [...new Set(others)].filter((at) => truth.has(at)).sort((a, b) => a - b),
        )
        const either = target.part(0, WORDS)
        bits.addTo(either)
        expect(numbers(either)).toEqual([...new Set([...others, ...held])].sort((a, b) => a - b))
        const copy = new Bits()
        copy.put(word, bits.part(word, 8))
        expect(numbers(copy.part(word, WORDS))).toEqual(shifted.filter((at) => at < 8 * 32))
      }),
    )
  })
})

describe('sets that lie page by page', () => {
  it('each hold what was added to them and not forgotten, and are found again as they are stored', () => {
    const marks = fc.array(fc.record({ set: fc.nat(2), place: number }), { maxLength: 60 })
    fc.assert(
      fc.property(marks, fc.array(number), (added, forgotten) => {
        const sets = new GramSets(3)
        for (const { set, place } of added) sets.add(set, place)
        for (const place of forgotten) sets.forget(place)
        const again = new GramSets(3)
        for (let at = 0; at * PAGE < WORDS; at += 1) expect(again.put(at, sets.page(at).slice())).toBe(true)
        expect(again.put(0, new Uint32Array(1))).toBe(false)
        for (const set of [0, 1, 2]) {
          const expected = added.filter((one) => one.set === set && !forgotten.includes(one.place))
          const held = [...new Set(expected.map(({ place }) => place))].sort((a, b) => a - b)
          const all = new Uint32Array(WORDS).fill(0xffffffff)
          again.keepIn(set, all)
          expect(numbers(all)).toEqual(held)
          for (const place of held) expect(sets.wordOf(set, place >>> 5) & (1 << (place & 31))).not.toBe(0)
        }
      }),
    )
  })
})
