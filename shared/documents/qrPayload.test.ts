import fc from 'fast-check'
import { expect, it } from 'vitest'
import { REGISTER_CODES } from '../domain/numbering/registers'
import { encodeSheetCode, parsePicturedCode, parseSheetCode } from './qrPayload'

it('says number, version and form', () => {
  const text = encodeSheetCode({ number: '客服-TS-2026-0001', version: 3, form: 'KF-TS-01' })
  expect(text).toBe('FD1|客服-TS-2026-0001|3|KF-TS-01')
  expect(parseSheetCode(text)).toEqual({
    number: { register: 'TS', year: 2026, letter: '', seq: 1 },
    version: 3,
    form: 'KF-TS-01',
  })
})

it.each([
  'FD1|ÐÂ·þ-TS-2026-B0001|12|KF-TS-01\r\n',
  'FD1|-TS-2026-B0001|12|KF-TS-01',
  'FD1|TS-2026-B0001|12|KF-TS-01',
])('reads %j, whatever the scanner made of the prefix', (typed) => {
  expect(parseSheetCode(typed)).toEqual({
    number: { register: 'TS', year: 2026, letter: 'B', seq: 1 },
    version: 12,
    form: 'KF-TS-01',
  })
})

it.each([
  '',
  '6901234567892',
  'FD2|客服-TS-2026-0001|3|KF-TS-01',
  'FD1|客服-QQ-2026-0001|3|KF-TS-01',
  'FD1|客服-TS-2026-0001|3',
  'https://example.com/FD1|客服-TS-2026-0001|3|KF-TS-01',
])('takes %j for no code of ours', (typed) => {
  expect(parseSheetCode(typed)).toBeNull()
})

it('reads the month of a 《访问总结》, which has no number, and of no other form', () => {
  const text = encodeSheetCode({ number: '2026-11', version: 2, form: 'KF-FW-02' })
  const number = { register: 'FW', year: 2026, letter: '', seq: 11 }
  expect(parseSheetCode(text)).toEqual({ number, version: 2, form: 'KF-FW-02' })
  expect(parseSheetCode('FD1|2026-13|2|KF-FW-02')).toBeNull()
  expect(parseSheetCode('FD1|2026-11|2|KF-FW-01')).toBeNull()
  expect(parseSheetCode('FD1|客服-FW-2026-0011|2|KF-FW-02')).toBeNull()
})

it('reads from a picture whose number it is, too', () => {
  const own = 'FD1|客服-TS-2026-0001|3|KF-TS-01'
  expect(parsePicturedCode(own)).toEqual({ ...parseSheetCode(own), prefix: '客服' })
  expect(parsePicturedCode('FD1|东-区-TS-2026-0001|3|KF-TS-01')?.prefix).toBe('东-区')
  // A month's 《访问总结》 has no number, and so no prefix.
  expect(parsePicturedCode('FD1|2026-11|2|KF-FW-02')).toEqual(parseSheetCode('FD1|2026-11|2|KF-FW-02'))
  expect(parsePicturedCode('FD2|客服-TS-2026-0001|3|KF-TS-01')).toBeNull()
})

it('reads back what it wrote', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...REGISTER_CODES),
      fc.integer({ min: 2000, max: 2999 }),
      fc.constantFrom('', 'A', 'Z'),
      fc.integer({ min: 1, max: 99_999 }),
      fc.integer({ min: 1, max: 9999 }),
      (register, year, letter, seq, version) => {
        const number = `客服-${register}-${year}-${letter}${String(seq).padStart(4, '0')}`
        const read = parseSheetCode(encodeSheetCode({ number, version, form: 'KF-TS-01' }))
        expect(read).toEqual({ number: { register, year, letter, seq }, version, form: 'KF-TS-01' })
      },
    ),
  )
})
