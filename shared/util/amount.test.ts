import { expect, it } from 'vitest'
import { amountText } from './amount'

it.each([
  [0, '0.00'],
  [0.1, '0.10'],
  [1280.5, '1,280.50'],
  [9_999_999_999.99, '9,999,999,999.99'],
])('writes %d as %s', (amount, text) => {
  expect(amountText(amount)).toBe(text)
})
