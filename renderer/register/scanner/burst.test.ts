import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeSheetCode } from '../../../shared/documents/qrPayload'
import { REGISTER_CODES } from '../../../shared/domain/numbering/registers'
import { type Burst, type KeyStroke, NO_BURST, scannedIn, withKey } from './burst'

const NUMBER = { register: 'TS', year: 2026, letter: '', seq: 42 } as const
const SHEET = 'FD1|客服-TS-2026-0042|3|KF-TS-01'

/** Keys at equal pauses, ms; capitals with their Shift before them. */
function strokes(text: string, gap: number, from = 1000): KeyStroke[] {
  return Array.from(text).flatMap((key, index) => {
    const at = from + index * gap
    const shiftKey = /[A-Z|]/.test(key)
    const letter = { key, code: '', shiftKey, at }
    return shiftKey ? [{ key: 'Shift', code: 'ShiftLeft', shiftKey, at }, letter] : [letter]
  })
}

const typed = (keys: readonly KeyStroke[], before: Burst = NO_BURST): Burst => keys.reduce(withKey, before)
const scan = (text: string, gap = 8, enter = 10) => {
  const keys = strokes(text, gap)
  return scannedIn(typed(keys), (keys.at(-1)?.at ?? 0) + enter)
}

describe('a USB scanner types a code (domain 10)', () => {
  it.each([
    [SHEET, { number: NUMBER, sheet: { version: 3, form: 'KF-TS-01' } }],
    // Scanners drop or garble what is not on their keyboard.
    ['FD1|-TS-2026-0042|3|KF-TS-01', { number: NUMBER, sheet: { version: 3, form: 'KF-TS-01' } }],
    ['FD1|¿Í·þ-TS-2026-0042|3|KF-TS-01', { number: NUMBER, sheet: { version: 3, form: 'KF-TS-01' } }],
    // Caps Lock, and wide signs.
    ['fd1|-ts-2026-0042|3|kf-ts-01', { number: NUMBER, sheet: { version: 3, form: 'KF-TS-01' } }],
    ['FD1｜-TS－2026-0042｜3｜KF-TS-01', { number: NUMBER, sheet: { version: 3, form: 'KF-TS-01' } }],
    ['TS-2026-0042', { number: NUMBER, sheet: null }],
    ['客服-TS-2026-0042', { number: NUMBER, sheet: null }],
    ['-SW-2026-B10042', { number: { register: 'SW', year: 2026, letter: 'B', seq: 10042 }, sheet: null }],
  ])('%s', (text, code) => {
    expect(scan(text)).toEqual({ code, from: 0 })
  })

  it.each([
    ['6901234567892'],
    ['https://example.com/TS-2026-0042'],
    ['FD2|客服-TS-2026-0042|3|KF-TS-01'],
    ['FD1|客服-QQ-2026-0042|3|KF-TS-01'],
    ['TS-2026-0000'],
    ['QQ-2026-0042'],
    ['138 1234 5678'],
    [''],
  ])('%j is no code of ours', (text) => {
    expect(scan(text)).toBeNull()
  })

  it('begins where the code begins, whatever was typed just before', () => {
    const keys = [...strokes('漏水', 60, 0), ...strokes(SHEET, 5, 100)]
    expect(scannedIn(typed(keys), (keys.at(-1)?.at ?? 0) + 5)?.from).toBe(2)
  })

  it('reads through a Chinese input method by the places of the keys', () => {
    const places: Record<string, string> = { '-': 'Minus', '|': 'Backslash' }
    const keys = strokes('FD1|-TS-2026-0042|3|KF-TS-01', 8).map((stroke) => ({
      ...stroke,
      key: 'Process',
      code: stroke.code || places[stroke.key] || (/\d/.test(stroke.key) ? 'Digit' : 'Key') + stroke.key,
    }))
    const code = { number: NUMBER, sheet: { version: 3, form: 'KF-TS-01' } }
    expect(scannedIn(typed(keys), (keys.at(-1)?.at ?? 0) + 8)).toEqual({ code, from: 0 })
  })

  it('takes every code at the pace of a scanner, and none at the pace of a person', () => {
    const codes = fc.record({
      register: fc.constantFrom(...REGISTER_CODES),
      letter: fc.constantFrom('', 'B'),
      seq: fc.integer({ min: 1, max: 99_999 }),
      version: fc.integer({ min: 1, max: 99 }),
    })
    const paces = fc.array(fc.integer({ min: 0, max: 35 }), { minLength: 60, maxLength: 60 })
    fc.assert(
      fc.property(codes, paces, fc.integer({ min: 1, max: 60 }), ({ version, ...of }, gaps, slower) => {
        const number = `-${of.register}-2026-${of.letter}${String(of.seq).padStart(4, '0')}`
        const text = encodeSheetCode({ number, version, form: 'KF-TS-01' })
        let at = 0
        const fast = Array.from(text, (key, i) => ({
          key,
          code: '',
          shiftKey: false,
          at: (at += gaps[i] ?? 0),
        }))
        expect(scannedIn(typed(fast), at + 20)?.code).toEqual({
          number: { register: of.register, year: 2026, letter: of.letter, seq: of.seq },
          sheet: { version, form: 'KF-TS-01' },
        })
        const slow = fast.map((stroke, i) => ({ ...stroke, at: i * (35 + slower) }))
        expect(scannedIn(typed(slow), (slow.at(-1)?.at ?? 0) + 20)).toBeNull()
      }),
    )
  })

  it('never takes words, however fast they are typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        fc.pre(!/[A-Za-z]{2}-\d{4}-/.test(text.normalize('NFKC')))
        expect(scan(text, 1, 1)).toBeNull()
      }),
    )
  })

  it('does not wait for an Enter that comes late, or for a burst that broke off', () => {
    expect(scan(SHEET, 8, 151)).toBeNull()
    const broken = [...strokes(SHEET.slice(0, 10), 8, 0), ...strokes(SHEET.slice(10), 8, 1000)]
    expect(scannedIn(typed(broken), (broken.at(-1)?.at ?? 0) + 8)).toBeNull()
  })
})
