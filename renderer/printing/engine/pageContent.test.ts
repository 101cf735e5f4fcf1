import { expect, it } from 'vitest'
import { leanOperators } from './pageContent'

it('leaves out what is set already', () => {
  expect(
    leanOperators(['0.6 w', '[] 0 d', '0 0 m', '0.6 w', '[] 0 d', '9 9 l', 'S', '1 w', '0.6 w']),
  ).toEqual(['0.6 w', '[] 0 d', '0 0 m', '9 9 l', 'S', '1 w', '0.6 w'])
})

it('knows that Q brings back what q saved', () => {
  const lines = ['1 w', 'q', '2 w', 'Q', '1 w', '2 w', 'q', 'Q', '2 w']
  expect(leanOperators(lines)).toEqual(['1 w', 'q', '2 w', 'Q', '2 w', 'q', 'Q'])
})

it('takes nothing for granted at the start of a page', () => {
  expect(leanOperators(['Q', '1 w'])).toEqual(['Q', '1 w'])
})
