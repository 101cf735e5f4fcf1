import { expect, it } from 'vitest'
import { Portions } from './portions'

it('writes less at a time where people come back before it is over, and much where nobody does', () => {
  const portions = new Portions()
  const { signal } = new AbortController()
  const alone = portions.size(signal)
  portions.note(signal, false)
  expect(portions.size(signal)).toBe(alone / 2)
  for (let times = 0; times < 20; times += 1) portions.note(signal, false)
  const least = portions.size(signal)
  expect(least).toBeGreaterThan(0)
  // Beside somebody who goes on working it is less still, whatever came before.
  expect(portions.size(null)).toBeLessThan(least)
  portions.note(null, true)
  expect(portions.size(signal)).toBe(least)
  for (let times = 0; times < 20; times += 1) portions.note(signal, true)
  expect(portions.size(signal)).toBe(alone)
})
