import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SearchDoc } from '../core/tables'
import { type IndexParts, SearchIndex } from './searchIndex'
import { Assembly, groupOf, groupsOf, headOf, type SnapshotGroup } from './snapshot'

const WORDS = ['漏水', '电梯', '张三', '13', 'zs', '停车', 'a1', '三里', '1']

const sign = fc.constantFrom(...WORDS)
const madeUp = fc.record({
  id: fc.nat(400).map((n) => `d${n}`),
  kind: fc.constantFrom('complaint', 'person'),
  parentId: fc.constantFrom('', 'u1', 'u1 u2'),
  text: fc.array(sign, { minLength: 1, maxLength: 4 }).map((words) => words.join('\n')),
  facets: fc.subarray(['open', 'ended', 'cause:fees']),
  sortKey: fc.nat(50).map((n) => `2026-${n}`),
  orders: fc.option(fc.record({ registered: fc.nat(50).map((n) => `2025-${n}`) }), { nil: undefined }),
})
const docs = fc
  .array(madeUp, { maxLength: 120 })
  .map((all) => [...new Map(all.map((one) => [one.id, plain(one)])).values()])

function plain({
  orders,
  ...doc
}: { orders: { registered: string } | undefined } & Omit<SearchDoc, 'orders'>): SearchDoc {
  return orders ? { ...doc, orders } : doc
}

function prepared(index: SearchIndex): IndexParts {
  while (index.prepare(3)) continue
  const parts = index.parts()
  if (!parts) throw new Error('not prepared')
  return parts
}

const COVERED = { deviceId: 'd', seq: 1, digest: 'x' }

/** An index as the next start finds it. */
function stored(
  index: SearchIndex,
  spoil: (groups: SnapshotGroup[]) => void = () => undefined,
): SearchIndex | null {
  const parts = prepared(index)
  const head = structuredClone(headOf(parts, { dataVersion: 7, covered: COVERED, generation: 'g' }))
  const groups = Array.from({ length: groupsOf(parts) }, (_, at) => structuredClone(groupOf(parts, at, 'g')))
  const kept = groups.filter((group) => group !== null)
  spoil(kept)
  const assembly = new Assembly(head)
  for (let at = 0; at < head.groups; at += 1) if (!assembly.add(kept[at])) return null
  const found = assembly.parts()
  if (!found) return null
  const next = new SearchIndex()
  next.take(found)
  return next
}

/** What each question finds, in its order. */
function answers(index: SearchIndex) {
  const asked = [...WORDS, '漏水 电梯', '没有', '']
  return asked.flatMap((query) =>
    [
      { kinds: [], facets: [], ranked: true },
      { kinds: ['complaint'], facets: ['open'] },
      { kinds: [], facets: [], range: { order: 'registered', from: '2025-1', to: '2025-3' } },
      { kinds: [], facets: ['cause:fees'], before: '2026-3' },
    ].map((more) => index.search({ query, limit: 10_000, ...more })),
  )
}

/** The same by looking at every document. */
function naive(
  all: readonly SearchDoc[],
  query: string,
  { kinds, facets }: { kinds: string[]; facets: string[] },
): string[] {
  const words = query.split(' ')
  return all
    .filter(({ text, kind, facets: own }) => {
      if (kinds.length > 0 && !kinds.includes(kind)) return false
      return words.every((word) => text.includes(word)) && facets.every((facet) => own.includes(facet))
    })
    .toSorted((a, b) => (a.sortKey === b.sortKey ? (a.id < b.id ? -1 : 1) : a.sortKey < b.sortKey ? -1 : 1))
    .map(({ id }) => id)
}

describe('a stored index (decision 42)', () => {
  it('answers, with what changed since, as one made anew, and as a look at every document', () => {
    fc.assert(
      fc.property(docs, docs, fc.array(fc.nat(400), { maxLength: 9 }), (first, changed, gone) => {
        const index = new SearchIndex()
        index.load(first)
        const next = stored(index)
        const del = gone.map((n) => `d${n}`)
        next?.apply({ put: changed, del })
        const truth = new Map([...first, ...changed].map((doc) => [doc.id, doc]))
        for (const id of del) truth.delete(id)
        const anew = new SearchIndex()
        anew.load([...truth.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)))
        expect(next && answers(next)).toEqual(answers(anew))
        for (const query of [...WORDS, '漏水 电梯']) {
          for (const asked of [
            { kinds: [], facets: [] },
            { kinds: ['complaint'], facets: ['open'] },
          ]) {
            const found = next?.search({ query, limit: 10_000, ...asked })
            expect(found?.hits.map(({ id }) => id)).toEqual(naive([...truth.values()], query, asked))
          }
        }
      }),
    )
  })

  /** Enough for several groups, common words, and stretches of an order. */
  function large(): SearchIndex {
    const index = new SearchIndex()
    const two = (i: number) => [WORDS[i % 7] ?? '', WORDS[(i * 5) % 9] ?? '']
    const all = Array.from(
      { length: 9500 },
      (_, i): SearchDoc => ({
        id: `d${String(i).padStart(5, '0')}`,
        kind: i % 10 === 0 ? 'person' : 'complaint',
        parentId: '',
        text: [...two(i), `第${i}件`, '电梯漏水'].join('\n'),
        facets: [i % 3 ? 'open' : 'ended', 'cause:fees'],
        sortKey: `2026-${(i * 7919) % 9500}`,
        ...(i % 4 ? { orders: { registered: `2025-${(i * 31) % 500}` } } : {}),
      }),
    )
    index.load(all)
    return index
  }

  it('is the same in several groups, with what is common, before and after it is prepared', () => {
    const index = large()
    const before = answers(index)
    const next = stored(index)
    expect(answers(index)).toEqual(before)
    expect(next && answers(next)).toEqual(before)
    const change = {
      put: [{ ...docOf('d00007', '停车位'), facets: ['open'] }, docOf('new', '电梯a1')],
      del: ['d00010'],
    }
    index.apply(change)
    next?.apply(change)
    expect(next && answers(next)).toEqual(answers(index))
  })

  function docOf(id: string, text: string): SearchDoc {
    return { id, kind: 'complaint', parentId: '', text, facets: [], sortKey: '2026-1' }
  }

  it('pages a list as it stands, wherever the pages end', () => {
    const index = large()
    prepared(index)
    const asked = { query: '', kinds: ['complaint'], facets: ['open'], limit: 700 }
    const range = { order: 'registered', from: '2025-1', to: '2025-4' }
    for (const more of [{}, { range }]) {
      const whole = index.search({ ...asked, ...more, limit: 100_000 })
      const seen: string[] = []
      for (let after: string | null = null; ; ) {
        const { hits } = index.search({ ...asked, ...more, page: { after } })
        seen.push(...hits.map(({ id }) => id))
        const last = hits.at(-1)
        if (hits.length < asked.limit || !last) break
        after = `${keyOf(last.id, 'range' in more)}\u0001${last.id}`
      }
      expect(seen).toEqual(whole.hits.map(({ id }) => id))
      expect(seen).toHaveLength(whole.total)
    }
  })

  function keyOf(id: string, registered: boolean): string {
    const i = Number(id.slice(1))
    return registered ? `2025-${(i * 31) % 500}` : `2026-${(i * 7919) % 9500}`
  }

  it('is not put together from what is torn, missing or another’s', () => {
    const index = large()
    expect(stored(index)).not.toBeNull()
    expect(stored(index, (groups) => groups.splice(1, 1))).toBeNull()
    expect(stored(index, ([, second]) => Object.assign(second ?? {}, { generation: 'h' }))).toBeNull()
    expect(stored(index, ([first]) => first?.texts.pop())).toBeNull()
    expect(stored(index, ([first]) => Object.assign(first ?? {}, { ids: 'a' }))).toBeNull()
  })
})
