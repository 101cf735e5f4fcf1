import { describe, expect, it } from 'vitest'
import { customPeriod, isCustom, NAMED_PERIODS, periodDays, periodRange } from './periods'

describe('periods of a list (ui, "List")', () => {
  it.each([
    ['thisMonth', '2026-02-10', '2026-02-01', '2026-02-28'],
    ['lastMonth', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['lastMonth', '2026-01-01', '2025-12-01', '2025-12-31'],
    ['thisYear', '2028-06-01', '2028-01-01', '2028-12-31'],
    ['2026-01-05..2026-01-06', '2026-06-01', '2026-01-05', '2026-01-06'],
    ['2026-01-05..', '2026-06-01', '2026-01-05', null],
    ['..2026-01-06', '2026-06-01', null, '2026-01-06'],
    ['..', '2026-06-01', null, null],
    ['2026-02-30..x', '2026-06-01', null, null],
    ['', '2026-06-01', null, null],
  ])('%s on %s is from %s to %s', (value, today, from, to) => {
    expect(periodDays(value, today)).toEqual({ from, to })
  })

  it('runs in estate time, from the first moment of its first day to the last of its last (domain 3)', () => {
    expect(periodRange('2026-01-05..2026-01-06', '2026-06-01')).toEqual({
      from: '2026-01-04T16:00:00.000Z',
      to: '2026-01-06T16:00:00.000Z',
    })
  })

  it('is open at an end that was not given, and nothing without both', () => {
    const open = periodRange('2026-01-05..', '2026-06-01')
    expect('2099-01-01T00:00:00.000Z' < (open?.to ?? '')).toBe(true)
    const old = periodRange('..2026-01-05', '2026-06-01')
    expect('1999-01-01T00:00:00.000Z' > (old?.from ?? '')).toBe(true)
    expect(periodRange('..', '2026-06-01')).toBeNull()
    expect(periodRange('', '2026-06-01')).toBeNull()
  })

  it('writes what it reads', () => {
    const days = { from: '2026-01-05', to: null }
    expect(periodDays(customPeriod(days), '2026-06-01')).toEqual(days)
    expect(isCustom(customPeriod({ from: null, to: null }))).toBe(true)
    expect(NAMED_PERIODS.some(isCustom)).toBe(false)
  })
})
