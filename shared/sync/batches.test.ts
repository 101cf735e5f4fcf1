import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { batchesOf, halved, jsonBytes, narrower } from './batches'

const documents = fc.array(fc.record({ id: fc.nat(), text: fc.string({ unit: 'grapheme', maxLength: 40 }) }))
const limits = fc.record({ rows: fc.integer({ min: 1, max: 9 }), bytes: fc.integer({ min: 1, max: 400 }) })

describe('documents in batches', () => {
  it('are measured as they are sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(jsonBytes({ text })).toBe(new TextEncoder().encode(JSON.stringify({ text })).length)
      }),
    )
    expect(jsonBytes('物业😀é')).toBe(2 + 6 + 4 + 2)
  })

  it('stand in their order, none left out, within the limits but for one that is too large by itself', () => {
    fc.assert(
      fc.property(documents, limits, (docs, limit) => {
        const batches = batchesOf(docs, limit)
        expect(batches.flat()).toEqual(docs)
        for (const batch of batches) {
          expect(batch.length).toBeGreaterThan(0)
          expect(batch.length).toBeLessThanOrEqual(limit.rows)
          const bytes = batch.reduce((sum, doc) => sum + jsonBytes(doc) + 1, 0)
          expect(batch.length === 1 || bytes <= limit.bytes).toBe(true)
        }
      }),
    )
  })

  it('fill a batch before the next', () => {
    const docs = ['a', 'b', 'c', 'd', 'e']
    expect(batchesOf(docs, { rows: 2, bytes: 1_000 })).toEqual([['a', 'b'], ['c', 'd'], ['e']])
    expect(batchesOf(docs, { rows: 9, bytes: 8 })).toEqual([['a', 'b'], ['c', 'd'], ['e']])
    expect(batchesOf([], { rows: 9, bytes: 8 })).toEqual([])
  })

  it('are halved after a 413, down to one document', () => {
    expect(halved([1, 2, 3])).toEqual([[1, 2], [3]])
    expect(halved([1])).toBeNull()
    fc.assert(
      fc.property(documents, limits, (docs, limit) => {
        fc.pre(docs.length > 1)
        const less = narrower(limit, docs)
        expect(batchesOf(docs, less).length).toBeGreaterThan(1)
        expect(less.rows).toBeGreaterThanOrEqual(1)
        expect(less.rows).toBeLessThanOrEqual(limit.rows)
        expect(less.bytes).toBeLessThanOrEqual(limit.bytes)
      }),
    )
  })
})
