import { expect, it } from 'vitest'
import { type Notice, ordered } from './noticeStack'

it('shows the gravest first, and of equals the one that stands higher', () => {
  const notices: Notice[] = [
    { id: 'a', tone: 'plain' },
    { id: 'b', tone: 'soon' },
    { id: 'c', tone: 'danger' },
    { id: 'd', tone: 'soon' },
    { id: 'e', tone: 'danger' },
  ]
  expect(ordered(notices).map(({ id }) => id)).toEqual(['c', 'e', 'b', 'd', 'a'])
})
