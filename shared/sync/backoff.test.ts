import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoffMs } from './backoff'

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('the wait after failures', () => {
  it.each([
    [1, 1_000],
    [2, 2_000],
    [5, 16_000],
    [9, 256_000],
    [10, 300_000],
    [1_000, 300_000],
  ])('after %i in a row is at most %i ms', (failures, most) => {
    expect(backoffMs(failures, () => 0)).toBe(1_000)
    expect(backoffMs(failures, () => 0.999_999)).toBeCloseTo(most, -1)
  })

  it('lies between 1 s and 5 minutes, whatever is drawn', () => {
    fc.assert(
      fc.property(fc.nat(), random, (failures, drawn) => {
        const wait = backoffMs(failures, () => drawn)
        expect(wait).toBeGreaterThanOrEqual(1_000)
        expect(wait).toBeLessThanOrEqual(300_000)
      }),
    )
  })
})
