import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Coverage, ems, missingIn, printable, runs } from './runs'

/** Our own font has the basic plane; a fallback has plane 2 up to U+2FFFF; nothing has plane 3. */
const coverage: Coverage = (codePoint) => (codePoint < 0x10000 ? '' : codePoint < 0x30000 ? 'rare' : null)

// Every code point, halves of pairs too.
const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 200 })
  .map((codePoints) => String.fromCodePoint(...codePoints))

const solid = (text: string): string[] =>
  runs(text, coverage)
    .filter((run) => run.noWrap)
    .map((run) => run.text)

describe('runs', () => {
  it.each([
    ['请拨138 0013 8000或0755-2688 8888。', ['138 0013 8000', '0755-2688 8888']],
    ['车牌粤B·D12345、粤BD12345，还有粤B12345学', ['粤B·D12345', '粤BD12345', '粤B12345学']],
    ['编号客服-TS-2026-0001和客服-TS-2026-B0001', ['编号客服-TS-2026-0001', '和客服-TS-2026-B0001']],
    ['2026-11-21 15:30到场，用时1小时', ['2026-11-21 15:30']],
    ['WiFi2026-11-21 15:30断了，拨WiFi0755-2688 8888', ['2026-11-21 15:30', '0755-2688 8888']],
    ['证号9138001380001不是电话', []],
    ['住5-A-301，面积95.5㎡', ['5-A-301', '95.5㎡']],
    ['阿依古丽·买买提说', ['丽·买']],
    ['没有要保护的', []],
  ])('keeps whole what is one thing: %s', (text, whole) => {
    expect(solid(text)).toEqual(whole)
  })

  it('lets break what is wider than its cell, so that nothing runs over the edge', () => {
    const token = 'A1-B2-C3-D4-E5-F6-G7-H8'
    expect(runs(token, coverage, 30)).toEqual([{ text: token, noWrap: true }])
    expect(runs(token, coverage, 5)).toEqual([{ text: token }])
  })

  it('changes the font at the character that needs it, and back', () => {
    expect(runs('欧阳𠮷娜', coverage)).toEqual([
      { text: '欧阳' },
      { text: '𠮷', font: 'rare', noWrap: true },
      { text: '娜' },
    ])
  })

  it('prints the code of a character that no font has', () => {
    expect(runs('张\u{30000}三', coverage)).toEqual([{ text: '张〔U+30000〕三' }])
  })

  it('says all of a text, in order, and never half a pair', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 60 }), (text, width) => {
        const parts = runs(text, (codePoint) => coverage(codePoint) ?? 'rare', width)
        expect(parts.map((part) => part.text).join('')).toBe(printable(text))
        for (const part of parts) expect(part.text.isWellFormed()).toBe(true)
        for (const part of parts) expect(part.text).not.toBe('')
      }),
    )
  })
})

describe('printable', () => {
  it('knows every kind of line end, and shows no control or invisible character', () => {
    expect(printable('a\r\nb\rc\u2028d\te\u0000\u200b\ufeff\u{e0100}f')).toBe('a\nb\nc\nd ef')
  })

  it('mends half a pair', () => {
    expect(printable('a\ud842b')).toBe('a\ufffdb')
  })
})

describe('missingIn', () => {
  it('names each character once', () => {
    expect(missingIn('\u{30000}一\u{30000}\n𠮷', coverage)).toEqual(['\u{30000}'])
  })
})

it('measures ideographs as one em and digits as less', () => {
  expect(ems('客服𠮷')).toBe(3)
  expect(ems('12')).toBeCloseTo(1.2)
})
