import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadPinyin } from './pinyin'
import { foldText } from './textFold'
import { fromFirstMark, markSpans } from './textMarks'

beforeAll(() => loadPinyin())

const marked = (text: string, query: string, names?: string[]) =>
  markSpans(text, query, names).map(({ from, to }) => text.slice(from, to))

describe('the words of a search in a text (domain 10)', () => {
  it.each([
    ['电梯漏水，楼道也漏水', '漏水', ['漏水', '漏水']],
    ['138 1234 5678', '12345', ['1234 5']],
    ['客服-TS-2026-0012', 'ts20260012', ['TS-2026-0012']],
    ['5-2-301 张三', '52301 张', ['5-2-301', '张']],
    ['浙Ａ·12345', 'a123', ['Ａ·123']],
    ['漏水水管', '漏水 水水', ['漏水水']],
    ['电梯', '水', []],
    ['电梯', '  ', []],
    ['𠮷家漏水', '𠮷家', ['𠮷家']],
  ])('%s: %s', (text, query, expected) => {
    expect(marked(text, query)).toEqual(expected)
  })

  it('marks a name by its initials and by its pinyin, surnames as surnames', () => {
    expect(marked('5-2-301 单雄信 漏水', 'sx', ['单雄信'])).toEqual(['单雄'])
    expect(marked('单雄信', 'shanx', ['单雄信'])).toEqual(['单雄'])
    expect(marked('单雄信', 'xx', ['单雄信'])).toEqual(['雄信'])
    // Only in names: words are not found by pinyin.
    expect(marked('漏水 单雄信', 'ls', ['单雄信'])).toEqual([])
  })

  it('marks whole signs that fold to the words, in order and apart, whatever the text', () => {
    const sign = fc.constantFrom('a', 'Ａ', '张', '三', '1', '①', '-', ' ', '·', '𠮷', 'ﬁ')
    const text = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''))
    fc.assert(
      fc.property(text, text, (one, query) => {
        const spans = markSpans(one, query)
        const words = query.split(/\s+/).map(foldText).filter(Boolean)
        let end = -1
        for (const { from, to } of spans) {
          expect(from).toBeGreaterThan(end)
          end = to
          const part = foldText(one.slice(from, to))
          expect(words.some((word) => part.includes(word))).toBe(true)
        }
        const found = words.filter((word) => foldText(one).includes(word))
        expect(spans.length > 0).toBe(found.length > 0)
      }),
    )
  })

  it('begins a long text shortly before what was found', () => {
    const text = `${'很长的一段话，'.repeat(20)}电梯漏水`
    const spans = markSpans(text, '漏水')
    const short = fromFirstMark(text, spans, 40)
    expect(short.text).toMatch(/^.{12}漏水$/u)
    expect(text.slice(short.from)).toBe(short.text)
    expect(fromFirstMark(text, markSpans(text, '很长'), 40)).toEqual({ text, from: 0 })
    expect(fromFirstMark(text, [], 40)).toEqual({ text, from: 0 })
  })
})
