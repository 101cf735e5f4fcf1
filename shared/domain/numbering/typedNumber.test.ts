import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber } from './number'
import { numbersMeant } from './typedNumber'

const habits = { prefix: '客服', register: 'TS', year: 2026, letter: '' } as const

describe('a number typed in short (domain 2)', () => {
  it.each([
    ['12', ['客服-TS-2026-0012', '客服-TS-2025-0012']],
    ['0012', ['客服-TS-2026-0012', '客服-TS-2025-0012']],
    ['２０２６－１２', ['客服-TS-2026-0012']],
    ['TS-2026-0012', ['客服-TS-2026-0012']],
    ['ts-12', ['客服-TS-2026-0012', '客服-TS-2025-0012']],
    ['SG-2026-3', ['客服-SG-2026-0003']],
    ['客服-TS-2026-0012', ['客服-TS-2026-0012']],
    ['  客服-TS-2026-10012 ', ['客服-TS-2026-10012']],
    ['2026-B12', ['客服-TS-2026-B0012']],
    ['0', []],
    ['电梯', []],
    ['', []],
    ['XX-2026-12', []],
  ])('%s → %j', (typed, numbers) => {
    expect(numbersMeant(typed, habits)).toEqual(numbers)
  })

  it('means this machine first, then the numbers without a letter', () => {
    expect(numbersMeant('2026-7', { ...habits, letter: 'B' })).toEqual([
      '客服-TS-2026-B0007',
      '客服-TS-2026-0007',
    ])
  })

  it('finds every number by itself', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('客服', '翠湖-客服', 'KF'),
        fc.constantFrom('', 'A', 'Z'),
        fc.integer({ min: 2000, max: 2999 }),
        fc.integer({ min: 1, max: 99_999 }),
        (prefix, letter, year, seq) => {
          const number = formatNumber({ prefix, register: 'TS', year, letter, seq })
          expect(numbersMeant(number, { ...habits, prefix })).toContain(number)
        },
      ),
    )
  })
})
