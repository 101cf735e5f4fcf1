import { describe, expect, it } from 'vitest'
import { BLANK, CHECKS } from './setup'

describe('what the first start asks of each field (domain 1, 2)', () => {
  it.each([
    ['numberPrefix', '客服', undefined],
    ['numberPrefix', '客-服', 'office.prefixInvalid'],
    ['deviceLetter', '', undefined],
    ['deviceLetter', 'b', undefined],
    ['deviceLetter', '9', 'office.letterInvalid'],
    ['pin', '135790', undefined],
    ['pin', '12345', 'office.pinShort'],
    ['pin', '123456', 'office.pinSimple'],
    ['pinAgain', '135790', undefined],
    ['pinAgain', '135791', 'office.pinDiffers'],
  ] as const)('%s %s: %s', (name, value, key) => {
    expect(CHECKS[name](value, { ...BLANK, pin: '135790' })?.key).toBe(key)
  })
})
