import { expect, it } from 'vitest'
import { firstWeekShown, weekAfter, weekOf } from './week'

const NOW = '2026-11-18T02:00:00.000Z'

it('begins a week on Monday, in estate time (domain 3)', () => {
  expect(weekOf('2026-11-16')).toBe('2026-11-16')
  expect(weekOf('2026-11-22')).toBe('2026-11-16')
  expect(firstWeekShown('2026-11', '2026-11-22T16:30:00.000Z')).toBe('2026-11-23')
})

it('opens the running week of the running month, and the last one of another', () => {
  expect(firstWeekShown('2026-11', NOW)).toBe('2026-11-16')
  expect(firstWeekShown('2026-10', NOW)).toBe('2026-10-26')
})

it('goes to weeks that have begun', () => {
  expect(weekAfter('2026-11-16', -1, NOW)).toBe('2026-11-09')
  expect(weekAfter('2026-11-09', 1, NOW)).toBe('2026-11-16')
  expect(weekAfter('2026-11-16', 1, NOW)).toBeNull()
})
