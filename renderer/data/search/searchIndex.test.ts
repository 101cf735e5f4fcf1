import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SearchDoc } from '../core/tables'
import { SearchIndex } from './searchIndex'

function doc(id: string, text: string, facets: string[] = []): SearchDoc {
  return { id, kind: 'complaint', parentId: '', text, facets, sortKey: id }
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', '张', '三', '1', '2'), minLength: 1, maxLength: 4 })
const text = fc.array(word, { maxLength: 4 }).map((words) => words.join('\n'))

describe('search (quality 3): exact, and up to date', () => {
  it('finds exactly the documents that hold every word, after any loads and changes', () => {
    const change = fc.record({ id: fc.nat(9), text: fc.option(text, { nil: null }) })
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 10 }),
        fc.array(change),
        fc.array(word, { maxLength: 3 }),
        (texts, changes, words) => {
          const index = new SearchIndex()
          const truth = new Map(texts.map((one, i) => [`d${i}`, one]))
          index.load(texts.map((one, i) => doc(`d${i}`, one)))
          for (const one of changes) {
            const id = `d${one.id}`
            if (one.text === null) {
              truth.delete(id)
              index.apply({ put: [], del: [id] })
            } else {
              truth.set(id, one.text)
              index.apply({ put: [doc(id, one.text)], del: [] })
            }
          }
          const expected = [...truth]
            .filter(([, one]) => words.every((w) => one.includes(w)))
            .map(([id]) => id)
          const found = index.search({ query: words.join(' '), kinds: [], facets: [], limit: 100 })
          expect(found.hits.map((hit) => hit.id).sort()).toEqual(expected.sort())
          expect(found.total).toBe(expected.length)
        },
      ),
    )
  })

  it('keeps to kinds and facets, and to the limit while counting all', () => {
    const index = new SearchIndex()
    index.load([doc('1', '漏水', ['open']), doc('2', '漏水', ['ended']), doc('3', '漏水', ['open'])])
    expect(index.search({ query: '漏', kinds: ['complaint'], facets: ['open'], limit: 1 })).toEqual({
      hits: [{ id: '1', kind: 'complaint', parentId: '' }],
      total: 2,
    })
    expect(index.search({ query: '漏', kinds: ['unit'], facets: [], limit: 9 }).total).toBe(0)
  })
})

describe('search of a list', () => {
  const due = (id: string, sortKey: string, registered: string): SearchDoc => ({
    ...doc(id, '电梯', ['open']),
    sortKey,
    orders: { registered },
  })
  const index = new SearchIndex()
  index.load([due('a', '2026-03', '2026-02'), due('b', '2026-04', '2026-01'), due('c', '2026-05', '2026-03')])
  const ask = { query: '电梯', kinds: [], facets: ['open'], limit: 10 }
  const ids = (request: object) => index.search({ ...ask, ...request }).hits.map(({ id }) => id)

  it('keeps to a period and its order, and to what is due before a moment (ui, "List")', () => {
    const range = { order: 'registered', from: '2026-01', to: '2026-03' }
    expect(ids({})).toEqual(['a', 'b', 'c'])
    expect(ids({ range })).toEqual(['b', 'a'])
    expect(ids({ before: '2026-05' })).toEqual(['a', 'b'])
    expect(ids({ range, before: '2026-04' })).toEqual(['a'])
  })
})
