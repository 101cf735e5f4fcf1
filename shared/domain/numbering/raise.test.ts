import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FAR_AHEAD, raisedTo, readSeen } from './raise'
import { formatNumber } from './number'

const habits = { prefix: '客服', register: 'TS', year: 2026, letter: '' } as const

describe('the highest number seen on paper (domain 2)', () => {
  it.each([
    ['42', 42],
    ['0042', 42],
    ['TS-2026-0042', 42],
    ['客服-TS-2026-0042', 42],
    ['ts－2026－４２', 42],
    ['旧前缀-TS-2026-0042', 42],
  ])('%s is %i', (typed, seq) => {
    expect(readSeen(typed, habits)).toEqual({ ok: true, value: seq })
  })

  it.each([
    ['', 'numbers.unreadable'],
    ['没有', 'numbers.unreadable'],
    ['0', 'numbers.unreadable'],
    ['客服-SW-2026-0042', 'numbers.otherRegister'],
    ['客服-TS-2025-0042', 'numbers.otherYear'],
    ['客服-TS-2026-B0042', 'numbers.otherMachine'],
  ])('%j is refused as %s', (typed, key) => {
    expect(readSeen(typed, habits)).toMatchObject({ ok: false, refusal: { key, field: 'TS' } })
  })

  it('reads every number of its series', () => {
    const parts = fc.record({
      letter: fc.constantFrom('', 'B'),
      year: fc.integer({ min: 2000, max: 2999 }),
      seq: fc.integer({ min: 1, max: 99_999 }),
    })
    fc.assert(
      fc.property(parts, ({ letter, year, seq }) => {
        const number = formatNumber({ prefix: '客服', register: 'TS', year, letter, seq })
        expect(readSeen(number, { ...habits, letter, year })).toEqual({ ok: true, value: seq })
      }),
    )
  })
})

describe('where a series goes on', () => {
  it('never lowers, and never jumps far unless somebody is sure', () => {
    const numbers = fc.integer({ min: 0, max: 100_000 })
    fc.assert(
      fc.property(numbers, numbers, fc.boolean(), (last, seen, sure) => {
        const raised = raisedTo(last, seen, sure, 'TS')
        if (raised.ok) expect(raised.value).toBe(Math.max(last, seen))
        else expect([sure, seen - last > FAR_AHEAD]).toEqual([false, true])
        if (sure || seen - last <= FAR_AHEAD) expect(raised.ok).toBe(true)
      }),
    )
  })
})
