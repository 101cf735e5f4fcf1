import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CAUSES } from '../complaint/types'
import { lookUpGuidance, matchGuidance } from './match'
import { matterNamed } from './testing'

const water = matterNamed('leak', ['漏水', '楼上 漏'], ['facilities'])
const noise = matterNamed('noise', ['装修', '装修 噪音', '电钻'], ['neighbours'])
const dogs = matterNamed('dogs', ['狗', '不牵绳'], ['neighbours'])
const general = matterNamed('general-neighbours', ['邻里'], ['neighbours'])
const all = [water, noise, dogs, general]

const ids = (text: string, causes: (typeof CAUSES)[number][] = []) =>
  matchGuidance(all, { causes, text }).map(({ matter }) => matter.id)

describe('matchGuidance (domain 9)', () => {
  it('finds by what is typed, whatever its spaces, signs and width', () => {
    expect(ids('隔壁装 修，ＷＣ 电钻吵')).toEqual(['noise'])
    expect(ids('')).toEqual([])
    expect(ids('今天天气很好')).toEqual([])
  })

  it('needs all parts of a keyword, in any order', () => {
    expect(matchGuidance(all, { causes: [], text: '漏到我家，是楼上' })[0]?.hits).toEqual(['楼上 漏'])
    expect(ids('楼上太吵')).toEqual([])
  })

  it('puts the longer words and the more of them first', () => {
    expect(ids('狗叫，还有装修噪音')).toEqual(['noise', 'dogs'])
    expect(ids('装修把水管弄漏水，楼上的')).toEqual(['leak', 'noise'])
  })

  it('lists what belongs to a cause, the general entry first, below what was said', () => {
    expect(ids('', ['neighbours'])).toEqual(['general-neighbours', 'noise', 'dogs'])
    expect(ids('狗没牵绳', ['neighbours'])).toEqual(['dogs', 'general-neighbours', 'noise'])
    expect(ids('楼上漏水', ['neighbours'])[0]).toBe('leak')
  })
})

const word = fc.stringMatching(/^[漏水楼上狗装修电钻吵]{2,4}$/u)
const matter = fc
  .record({
    keywords: fc.uniqueArray(word, { minLength: 1, maxLength: 6 }),
    cause: fc.constantFrom(...CAUSES),
  })
  .map(({ keywords, cause }) => ({ keywords, cause }))
const matters = fc
  .array(matter, { minLength: 1, maxLength: 12 })
  .map((list) => list.map(({ keywords, cause }, i) => matterNamed(`m${i}`, keywords, [cause])))
const text = fc.stringMatching(/^[漏水楼上狗装修电钻吵的了]{0,30}$/u)

const scoreOf = (list: ReturnType<typeof matchGuidance>, id: string) =>
  list.find((match) => match.matter.id === id)?.score ?? 0

describe('matchGuidance, always', () => {
  it('never scores a matter lower for more that was said', () => {
    fc.assert(
      fc.property(matters, text, text, (list, before, more) => {
        const less = matchGuidance(list, { causes: [], text: before })
        const said = matchGuidance(list, { causes: [], text: before + more })
        for (const { matter: one, score } of less) expect(scoreOf(said, one.id)).toBeGreaterThanOrEqual(score)
      }),
    )
  })

  it('never ranks a matter lower for a keyword more that hits', () => {
    fc.assert(
      fc.property(matters, text, fc.nat(), word, (list, said, at, keyword) => {
        const index = at % list.length
        const chosen = list[index]
        if (!chosen) return
        const richer = list.with(index, { ...chosen, keywords: [...chosen.keywords, keyword] })
        const place = (of: typeof list) =>
          matchGuidance(of, { causes: [], text: said }).findIndex((match) => match.matter.id === chosen.id)
        const before = place(list)
        if (before >= 0) {
          expect(place(richer)).toBeGreaterThanOrEqual(0)
          expect(place(richer)).toBeLessThanOrEqual(before)
        }
      }),
    )
  })

  it('is in order of the score, and keeps the order of the catalogue among equals', () => {
    fc.assert(
      fc.property(matters, text, fc.subarray([...CAUSES]), (list, said, causes) => {
        const found = matchGuidance(list, { causes, text: said })
        const order = new Map(list.map((one, i) => [one.id, i]))
        for (const [i, one] of found.entries()) {
          const next = found[i + 1]
          if (!next) break
          expect(one.score).toBeGreaterThanOrEqual(next.score)
          if (one.score === next.score)
            expect(order.get(one.matter.id)).toBeLessThan(order.get(next.matter.id) ?? -1)
        }
      }),
    )
  })

  it('names only keywords that were said, and a matter without one only for its cause', () => {
    fc.assert(
      fc.property(matters, text, fc.subarray([...CAUSES]), (list, said, causes) => {
        for (const { matter: one, hits } of matchGuidance(list, { causes, text: said })) {
          expect(hits.every((hit) => said.includes(hit) && one.keywords.includes(hit))).toBe(true)
          expect(hits.length > 0 || one.causes.some((cause) => causes.includes(cause))).toBe(true)
        }
      }),
    )
  })

  it('puts a matter of the cause before one that fits as well without it', () => {
    fc.assert(
      fc.property(word, fc.subarray([...CAUSES], { minLength: 1, maxLength: 5 }), (keyword, causes) => {
        const other = CAUSES.find((cause) => !causes.includes(cause)) ?? 'fees'
        const list = [matterNamed('a', [keyword], [other]), matterNamed('b', [keyword], causes.slice(0, 1))]
        expect(matchGuidance(list, { causes, text: keyword })[0]?.matter.id).toBe('b')
      }),
    )
  })
})

describe('lookUpGuidance', () => {
  const found = (query: string) => lookUpGuidance(all, query).map(({ id }) => id)

  it('finds parts of titles and keywords, and everything for nothing', () => {
    expect(found(' ')).toEqual(all.map(({ id }) => id))
    expect(found('牵绳')).toEqual(['dogs'])
    expect(found('noise')).toEqual(['noise'])
    expect(found('楼上漏到我家')).toEqual(['leak'])
    expect(found('没有这种')).toEqual([])
  })
})
