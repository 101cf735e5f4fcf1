import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonicalJson'
import { diffFields } from './diff'
import { digestOfValue, sha256Hex } from './digest'

describe('canonicalJson', () => {
  it('sorts keys and leaves out what is undefined', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined, A: true })).toBe(
      '{"A":true,"b":[1,{"c":"x","d":null}]}',
    )
    expect(canonicalJson([undefined])).toBe('[null]')
    expect(canonicalJson(undefined)).toBe('null')
  })

  it('is the same after a round trip, and in every order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (record) => {
        const reversed = Object.fromEntries(Object.entries(record).reverse())
        expect(canonicalJson(reversed)).toBe(canonicalJson(record))
      }),
    )
  })

  it('refuses numbers that JSON would change silently', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError)
    expect(() => canonicalJson([1n])).toThrow(TypeError)
  })
})

describe('sha256Hex', () => {
  it('agrees with the platform on texts and bytes', async () => {
    const platform = async (bytes: Uint8Array<ArrayBuffer>) =>
      Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
        byte.toString(16).padStart(2, '0'),
      ).join('')
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.uint8Array(), async (text, bytes) => {
        expect(sha256Hex(text)).toBe(await platform(new TextEncoder().encode(text)))
        expect(sha256Hex(bytes)).toBe(await platform(new Uint8Array(bytes)))
      }),
    )
  })

  it('tells values apart, not their order of keys', () => {
    expect(digestOfValue({ a: 1, b: 2 })).toBe(digestOfValue({ b: 2, a: 1 }))
    expect(digestOfValue({ a: 1 })).not.toBe(digestOfValue({ a: '1' }))
  })
})

describe('diffFields', () => {
  it('names the fields that differ, by path', () => {
    const before = { a: 1, deep: { x: '旧', same: true }, tags: ['p'], list: [{ id: 1 }], gone: 5 }
    const after = { a: 1, deep: { x: '新', same: true }, tags: ['p', 'q'], list: [{ id: 1 }, { id: 2 }] }
    expect(diffFields(before, after)).toEqual([
      { path: 'deep.x', before: '旧', after: '新' },
      { path: 'gone', before: 5, after: null },
      { path: 'list.1', before: null, after: { id: 2 } },
      { path: 'tags', before: ['p'], after: ['p', 'q'] },
    ])
  })

  it('takes absent, undefined and null for the same', () => {
    expect(diffFields({ a: null }, { b: undefined })).toEqual([])
    expect(diffFields({ a: { b: null } }, { a: {} })).toEqual([])
    expect(diffFields({ a: null }, { a: { b: 1 } })).toEqual([{ path: 'a', before: null, after: { b: 1 } }])
  })

  it('finds nothing in a copy, and something in every change', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        expect(diffFields(record, structuredClone(record))).toEqual([])
      }),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), fc.string(), (record, key) => {
        const value = record[key] ?? 0
        const changes = diffFields({ ...record, [key]: value }, { ...record, [key]: value + 1 })
        expect(changes).toEqual([{ path: key, before: value, after: value + 1 }])
      }),
    )
  })
})
