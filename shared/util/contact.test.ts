import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatPhone,
  formatPlate,
  isIdLastFour,
  isValidPhone,
  isValidPlate,
  normalizePhone,
  normalizePlate,
} from './contact'

describe('phones (ui, "Habits")', () => {
  it.each([
    ['13812345678', '13812345678', '138 1234 5678'],
    ['138-1234-5678', '13812345678', '138 1234 5678'],
    ['+86 138 1234 5678', '13812345678', '138 1234 5678'],
    ['０１３８', '0138', '０１３８'],
    ['1381234567８', '13812345678', '138 1234 5678'],
    ['13812345678转1234', '13812345678-1234', '138 1234 5678-1234'],
    ['0571-88888888', '057188888888', '0571-8888 8888'],
    ['(010) 6552 9988', '01065529988', '010-6552 9988'],
    ['0571-88888888-801', '057188888888-801', '0571-8888 8888-801'],
    ['0571 88888888 转 801', '057188888888-801', '0571-8888 8888-801'],
    ['0575-8888888', '05758888888', '0575-888 8888'],
    ['88888888', '88888888', '8888 8888'],
    ['8888-8888', '88888888', '8888 8888'],
    ['400-123-4567', '4001234567', '400 123 4567'],
    ['12345', '12345', '12345'],
    ['+852 2345 6789', '+85223456789', '+85223456789'],
  ])('%s is stored as %s and read as %s', (typed, stored, shown) => {
    expect(normalizePhone(typed)).toBe(stored)
    expect(formatPhone(typed)).toBe(shown)
  })

  it.each(['13812345678', '057188888888-801', '88888888', '4001234567', '95588', '+85223456789', '110'])(
    '%s is a phone',
    (phone) => {
      expect(isValidPhone(phone)).toBe(true)
    },
  )

  it.each(['', '1381234567', '138123456789', '12812345678', '0571-1234', '12', 'abc', '+86'])(
    '%j is none',
    (phone) => {
      expect(isValidPhone(phone)).toBe(false)
    },
  )

  it('is the same after being stored, or shown and stored again', () => {
    const mobile = fc.stringMatching(/^1[3-9]\d{9}$/)
    const landline = fc.stringMatching(/^0571-[2-9]\d{7}(-\d{1,4})?$/)
    fc.assert(
      fc.property(fc.oneof(mobile, landline), (typed) => {
        const stored = normalizePhone(typed)
        expect(normalizePhone(stored)).toBe(stored)
        expect(normalizePhone(formatPhone(stored))).toBe(stored)
        expect(isValidPhone(stored)).toBe(true)
      }),
    )
  })
})

describe('plates (domain 4)', () => {
  it.each([
    ['浙A·12345', '浙A12345', '浙A·12345'],
    ['浙a 12345', '浙A12345', '浙A·12345'],
    ['浙ＡD12345', '浙AD12345', '浙A·D12345'],
    ['粤Z1234港', '粤Z1234港', '粤Z·1234港'],
  ])('%s is stored as %s and read as %s', (typed, stored, shown) => {
    expect(normalizePlate(typed)).toBe(stored)
    expect(formatPlate(typed)).toBe(shown)
  })

  it.each(['浙A12345', '浙AD12345', '浙A12345D', '沪A1234学', '京A0001警', '123456使', 'WJ浙12345'])(
    '%s is a plate',
    (plate) => {
      expect(isValidPlate(plate)).toBe(true)
    },
  )

  it.each(['', '浙A', '浙A1234', '浙112345', '好A12345', '浙A1234567'])('%j is none', (plate) => {
    expect(isValidPlate(plate)).toBe(false)
  })
})

describe('last four of an identity paper (domain 4: never the full number)', () => {
  it.each([
    ['1234', true],
    ['123X', true],
    ['123x', true],
    ['12X4', false],
    ['12345', false],
    ['330106199001011234', false],
    ['', false],
  ])('%j: %s', (text, is) => {
    expect(isIdLastFour(text)).toBe(is)
  })
})
