import { describe, expect, it } from 'vitest'
import { periodOf } from './period'

describe('the period of a list on paper', () => {
  it.each([
    [[], ''],
    [['2026-11-21T01:00:00.000Z'], '2026-11-21'],
    [['2026-11-21T01:00:00.000Z', '2026-11-21T15:59:00.000Z'], '2026-11-21'],
    // 16:00 in UTC is the next day of the estate (domain 3).
    [['2026-11-21T16:00:00.000Z', '2026-11-20T17:00:00.000Z'], '2026-11-21 至 2026-11-22'],
  ])('of %j is %j', (instants, period) => {
    expect(periodOf(instants)).toBe(period)
  })
})
