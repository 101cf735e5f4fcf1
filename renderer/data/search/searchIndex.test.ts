import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SearchDoc } from '../core/tables'
import { SearchIndex } from './searchIndex'

function doc(id: string, text: string, facets: string[] = []): SearchDoc {
  return { id, kind: 'complaint', parentId: '', text, facets, sortKey: id }
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', '张', '三', '1', '2'), minLength: 1, maxLength: 4 })
const text = fc.array(word, { maxLength: 4 }).map((words) => words.join('\n'))

/** A change of an office: a document written or taken away, or some blocks prepared. */
const change = fc.oneof(
  fc.record({ id: fc.nat(300), text: fc.option(text, { nil: null }), open: fc.boolean() }),
  fc.constant('prepare' as const),
)

describe('search (quality 3): exact, and up to date', () => {
  it('finds exactly the documents that hold every word, after any loads and changes', () => {
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 200 }),
        fc.array(change, { maxLength: 60 }),
        fc.array(word, { maxLength: 3 }),
        (texts, changes, words) => {
          const index = new SearchIndex()
          const truth = new Map(texts.map((one, i) => [`d${i}`, { text: one, open: false }]))
          index.load(texts.map((one, i) => doc(`d${i}`, one)))
          for (const one of changes) {
            if (one === 'prepare') {
              index.prepare(2)
              continue
            }
            const id = `d${one.id}`
            if (one.text === null) {
              truth.delete(id)
              index.apply({ put: [], del: [id] })
            } else {
              truth.set(id, { text: one.text, open: one.open })
              index.apply({ put: [doc(id, one.text, one.open ? ['open'] : [])], del: [] })
            }
          }
          for (const facets of [[], ['open']]) {
            const expected = [...truth]
              .filter(([, one]) => words.every((w) => one.text.includes(w)))
              .filter(([, one]) => one.open || facets.length === 0)
              .map(([id]) => id)
              .toSorted()
            const asked = { query: words.join(' '), kinds: [], facets }
            const found = index.search({ ...asked, limit: 1000 })
            expect(found.hits.map((hit) => hit.id)).toEqual(expected)
            expect(found.total).toBe(expected.length)
            const first = index.search({ ...asked, limit: 7 })
            expect(first.hits.map((hit) => hit.id)).toEqual(expected.slice(0, 7))
            expect(index.search({ ...asked, limit: 0 })).toEqual({ hits: [], total: expected.length })
            const ranked = index.search({ ...asked, limit: 1000, ranked: true })
            expect(ranked.hits.map((hit) => hit.id).toSorted()).toEqual(expected)
          }
        },
      ),
    )
  })

  it('takes what one commit writes twice as it was written last', () => {
    const index = new SearchIndex()
    index.apply({ put: [doc('1', '漏水'), doc('1', '停电')], del: [] })
    expect(index.search({ query: '漏水', kinds: [], facets: [], limit: 9 }).total).toBe(0)
    expect(index.search({ query: '停电', kinds: [], facets: [], limit: 9 }).total).toBe(1)
  })

  it.each([0, 1, 2, 40])('is prepared some time, where %i of very many documents have an order', (few) => {
    const index = new SearchIndex()
    const docs = Array.from({ length: 5000 }, (_, i) => doc(`d${i}`, `5-2-${i}`))
    index.load(docs.map((one, i) => (i < 5000 - few ? one : { ...one, orders: { requested: `2026-${i}` } })))
    let portions = 0
    while (portions < 1000 && index.prepare(50)) portions += 1
    expect(portions).toBeLessThan(100)
    expect(index.parts()).not.toBeNull()
  })

  it('divides its order anew as the office grows, whatever it had to begin with', () => {
    const index = new SearchIndex()
    const numbered = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => doc(String(from + i).padStart(8, '0'), `漏水 ${from + i}`))
    index.load(numbered(0, 4500))
    const prepare = () => {
      for (let portions = 0; index.prepare(50); portions += 1) expect(portions).toBeLessThan(1000)
    }
    prepare()
    for (let from = 4500; from < 20_000; from += 500) {
      index.add(numbered(from, from + 500))
      prepare()
    }
    const keys = index.parts()?.columns.keys
    const held = new Map<number, number>()
    for (let place = 0; place < 20_000; place += 1) {
      const stretch = keys?.stretchAt(place) ?? 0
      held.set(stretch, (held.get(stretch) ?? 0) + 1)
    }
    // What came in since the last time lies behind them all.
    expect(Math.max(...held.values())).toBeLessThanOrEqual(20_000 / 4)
    expect(held.size).toBeGreaterThan(2000)
    const first = { query: '漏水', kinds: [], facets: [], limit: 2 }
    expect(index.search(first).hits.map(({ id }) => id)).toEqual(['00000000', '00000001'])
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

describe('a ranked search (domain 10)', () => {
  const of = (kind: string, id: string, one: string, registered = '2026-05'): SearchDoc => ({
    ...doc(id, one, [id.startsWith('o') ? 'open' : 'ended']),
    kind,
    orders: { registered },
  })
  const index = new SearchIndex()
  index.load([
    of('complaint', 'e1', '客服ts20260012\n里张三里'),
    of('complaint', 'o2', '客服ts20260013\n张三里', '2026-04'),
    of('complaint', 'e3', '客服ts20260014\n李四'),
    of('person', 'o4', '张三\nzhangsan\nzs\n13800120012'),
    of('person', 'e5', '张三丰\nzhangsanfeng\nzsf', '2026-06'),
  ])
  const ask = (query: string, more: object = {}) =>
    index.search({ query, kinds: [], facets: [], limit: 5, ranked: true, ...more })
  const ids = (query: string, more: object = {}) => ask(query, more).hits.map(({ id }) => id)

  it('puts a whole field before the beginning of one, its end, and its middle, by kind', () => {
    expect(ids('张三')).toEqual(['o4', 'e5', 'o2', 'e1'])
    expect(ids('zs')).toEqual(['o4', 'e5'])
    expect(ids('0012')).toEqual(['e1', 'o4'])
    expect(ids('三里 2026')).toEqual(['e1', 'o2'])
  })

  it('puts first what stands best, prepared or not, of few documents and of many', () => {
    const sign = fc.constantFrom('a', 'b', '1', '张')
    const field = fc.string({ unit: sign, minLength: 1, maxLength: 3 })
    const texts = fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { maxLength: 150 })
    const asked = fc.array(field, { minLength: 1, maxLength: 2 })
    fc.assert(
      fc.property(texts, asked, fc.boolean(), (all, words, prepared) => {
        const many = new SearchIndex()
        many.load(all.map((fields, i) => doc(String(i).padStart(4, '0'), fields.join('\n'))))
        if (prepared) prepareAll(many)
        const expected = all
          .map((fields, i) => ({ id: String(i).padStart(4, '0'), score: scoreOf(fields, words) }))
          .filter(({ score }) => score !== null)
          .sort((a, b) => (b.score ?? 0) - (a.score ?? 0) || (a.id < b.id ? -1 : 1))
        const request = { query: words.join(' '), kinds: [], facets: [], limit: 4, ranked: true }
        const { hits, total } = many.search(request)
        expect(total).toBe(expected.length)
        expect(hits.map(({ id }) => id)).toEqual(expected.slice(0, 4).map(({ id }) => id))
      }),
    )
  })

  it('counts every kind, and answers so many of each of those asked for', () => {
    const groups = [
      { kind: 'person', total: 2 },
      { kind: 'complaint', total: 2 },
    ]
    expect(ask('张三')).toMatchObject({ total: 4, groups })
    expect(ask('张三', { limit: 1 })).toMatchObject({ hits: [{ id: 'o4' }, { id: 'o2' }], total: 4, groups })
    expect(ask('张三', { kinds: ['complaint'] })).toMatchObject({ total: 2, groups })
  })

  it('keeps to a state and to a period', () => {
    expect(ids('张三', { facets: ['open'] })).toEqual(['o4', 'o2'])
    expect(ids('张三', { period: { from: '2026-05', to: '2026-06' } })).toEqual(['o4', 'e1'])
    expect(ids('张三', { facets: ['open'], period: { from: '2026-06', to: '2026-07' } })).toEqual([])
  })
})

/** How well words stand in a document, by a look at each of its fields; null where one is missing. */
function scoreOf(fields: readonly string[], words: readonly string[]): number | null {
  const scores = words.map((one) => {
    if (fields.includes(one)) return 4
    if (fields.some((field) => field.startsWith(one))) return 2
    if (fields.some((field) => field.endsWith(one))) return 1
    return fields.some((field) => field.includes(one)) ? 0 : null
  })
  return scores.includes(null) ? null : scores.reduce<number>((sum, one) => sum + (one ?? 0), 0)
}

function prepareAll(index: SearchIndex): void {
  for (let more = true; more; ) more = index.prepare(3)
}
