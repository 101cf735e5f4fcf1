import { expect, it } from 'vitest'
import { isBehind } from './clock'

it('reports a clock only when it is more than five minutes behind (domain 3)', () => {
  const newest = '2026-11-21T01:30:00.000Z'
  const at = Date.parse(newest)
  expect(isBehind(at - 5 * 60_000, newest)).toBe(false)
  expect(isBehind(at - 5 * 60_000 - 1, newest)).toBe(true)
  expect(isBehind(at + 1, newest)).toBe(false)
})
