import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonicalJson'

/** The same in the plainest way: keys put in order, everything else as JSON writes it. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, item]) => [key, inOrder(item)]))
}

describe('one text for equal values', () => {
  // Keys like '1' come first in every object of JavaScript, wherever they were put.
  const key = fc.string({ unit: 'binary' }).filter((name) => !/^\d+$/.test(name) && name !== '__proto__')
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
      fc.constant(undefined),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(key, tie('any'), { maxKeys: 5, noNullPrototype: true }),
    ),
  })).any

  it('is what JSON writes of the value with its keys in order', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(canonicalJson(one)).toBe(JSON.stringify(inOrder(one)) ?? 'null')
      }),
      { numRuns: 500 },
    )
  })

  it('puts keys in the order of their code units', () => {
    expect(canonicalJson({ b: 1, 客: 2, a: 3, B: 4, 10: 5, 9: 6 })).toBe(
      '{"10":5,"9":6,"B":4,"a":3,"b":1,"客":2}',
    )
  })

  it.each(['"', '\\', '\n', '\u0000', '\u001f', '\u007f', '\u2028', '𠮷', '\ud842', '\udfb7', '\ud842a'])(
    'writes the awkward character %j as JSON does',
    (text) => {
      expect(canonicalJson(text)).toBe(JSON.stringify(text))
      expect(canonicalJson({ [text]: text })).toBe(JSON.stringify({ [text]: text }))
    },
  )

  it('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError)
    expect(() => canonicalJson([1n])).toThrow(TypeError)
  })
})
