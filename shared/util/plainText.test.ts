import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { revertFields } from './diff'
import { valueAt, withValueAt } from './paths'
import { plainText, withPlainTexts } from './plainText'

describe('plain text (quality 6: control characters in every field)', () => {
  it.each([
    ['\u202E三张\u202C', '三张'],
    ['张\u2066三\u2069', '张三'],
    ['a\u0000b\u0007c\u007f', 'abc'],
    ['一行\n两行\t三\r\n', '一行\n两行\t三\r\n'],
    ['<b>&"\'=1+1</b>', '<b>&"\'=1+1</b>'],
    ['👨‍👩‍👧 𠮷 é', '👨‍👩‍👧 𠮷 é'],
  ])('%j becomes %j', (typed, kept) => {
    expect(plainText(typed)).toBe(kept)
  })

  it('leaves nothing that turns a text around, and changes nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = plainText(text)
        expect(once).not.toMatch(/\p{Bidi_Control}/u)
        expect(plainText(once)).toBe(once)
        expect([...text].filter((char) => /[\p{L}\p{N}\p{P}\p{S}\p{Z}]/u.test(char)).join('')).toBe(
          [...once].filter((char) => /[\p{L}\p{N}\p{P}\p{S}\p{Z}]/u.test(char)).join(''),
        )
      }),
    )
  })

  it('is made of every text of an input, but for what repeats what is stored', () => {
    const bytes = new Uint8Array([1])
    const input = {
      name: '\u202Ex',
      list: [{ a: '\u0000y' }],
      changes: [{ before: '\u202Ez', after: '\u202Ez' }],
      bytes,
      n: 1,
      no: null,
    }
    expect(withPlainTexts(input)).toEqual({
      name: 'x',
      list: [{ a: 'y' }],
      changes: [{ before: '\u202Ez', after: 'z' }],
      bytes,
      n: 1,
      no: null,
    })
  })
})

describe('a path or a key that names the prototype', () => {
  const key = fc.constantFrom('__proto__', 'constructor', 'prototype', 'a', '0', 'toString')
  const path = fc.array(key, { minLength: 1, maxLength: 4 }).map((keys) => keys.join('.'))

  it('changes no object but the one that is answered', () => {
    fc.assert(
      fc.property(path, fc.constantFrom('polluted', { polluted: true }), (at, value) => {
        withValueAt({ a: { a: 1 } }, at, value)
        withValueAt({ a: [{ a: 1 }] }, at, value)
        revertFields({ a: { a: 1 } }, [{ path: at, before: value, after: null }])
        valueAt({}, at)
        withPlainTexts(JSON.parse(`{"__proto__":{"polluted":true},"a":"b"}`))
        expect(Reflect.ownKeys(Object.prototype)).not.toContain('polluted')
        expect(Reflect.get({}, 'polluted')).toBeUndefined()
        expect(String({})).toBe('[object Object]')
      }),
    )
  })
})
