import { describe, expect, it } from 'vitest'
import { isIdle } from './idle'

const MINUTE = 60_000

describe('isIdle (domain 1)', () => {
  it('locks once the minutes are over, not before', () => {
    expect(isIdle(0, 10 * MINUTE - 1, 10)).toBe(false)
    expect(isIdle(0, 10 * MINUTE, 10)).toBe(true)
  })

  it('is not fooled by a clock that was set back', () => {
    expect(isIdle(100 * MINUTE, 0, 10)).toBe(true)
    expect(isIdle(5 * MINUTE, 0, 10)).toBe(false)
  })

  it('waits when nothing was ever noted', () => {
    expect(isIdle(null, 10 ** 12, 10)).toBe(false)
  })
})
