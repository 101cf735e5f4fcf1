import { describe, expect, it } from 'vitest'
import { hasMore, nextPage, type Pages, pageRead, rowsOf, startPages } from './pages'

const two = (): Pages<string> =>
  nextPage(pageRead(startPages<string>('q'), 0, { rows: ['a', 'b'], next: 'b' }))

describe('pages of a list', () => {
  it('shows what was there before until the first page is read', () => {
    const state = startPages('new', ['old'])
    expect(rowsOf(state)).toEqual(['old'])
    expect(hasMore(state)).toBe(false)
    expect(rowsOf(pageRead(state, 0, { rows: [], next: null }))).toEqual([])
  })

  it('closes a page right behind its last row when the next one is asked for', () => {
    const state = two()
    expect(state.pages.map(({ after, until }) => [after, until])).toEqual([
      [null, 'b\u0000'],
      ['b', null],
    ])
    expect(['b\u0001x', 'b\u0000', 'b'].sort()).toEqual(['b', 'b\u0000', 'b\u0001x'])
  })

  it('asks for nothing twice, and for nothing behind the end', () => {
    const state = two()
    expect(nextPage(state)).toBe(state)
    const ended = pageRead(state, 1, { rows: ['c'], next: null })
    expect(nextPage(ended)).toBe(ended)
    expect(hasMore(ended)).toBe(false)
    expect(rowsOf(ended)).toEqual(['a', 'b', 'c'])
  })

  it('lets a closed page grow without moving the others', () => {
    const state = pageRead(two(), 1, { rows: ['c'], next: null })
    const grown = pageRead(state, 0, { rows: ['a', 'a2', 'b'], next: null })
    expect(rowsOf(grown)).toEqual(['a', 'a2', 'b', 'c'])
    expect(grown.pages[1]).toBe(state.pages[1])
  })

  it('reads anew what follows a closed page that overflowed', () => {
    const state = pageRead(two(), 1, { rows: ['c'], next: null })
    const over = pageRead(state, 0, { rows: ['a', 'a2'], next: 'a2' })
    expect(over.pages).toHaveLength(1)
    expect(over.pages[0]).toMatchObject({ until: null, next: 'a2' })
    expect(hasMore(over)).toBe(true)
  })

  it('ignores an answer it has, and one for a page that is gone', () => {
    const state = pageRead(startPages<string>('q'), 0, { rows: ['a'], next: null })
    const rows = state.pages[0]?.rows ?? []
    expect(pageRead(state, 0, { rows, next: null })).toBe(state)
    expect(pageRead(state, 5, { rows: [], next: null })).toBe(state)
  })
})
