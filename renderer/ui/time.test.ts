import { expect, it } from 'vitest'
import { untilNextMinute } from './time'

it('wakes at the next full minute, never at once and never later', () => {
  const midnight = Date.parse('2026-11-21T16:00:00.000Z')
  expect(untilNextMinute(midnight - 1)).toBe(1)
  expect(untilNextMinute(midnight)).toBe(60_000)
  expect(untilNextMinute(midnight + 59_999)).toBe(1)
})
