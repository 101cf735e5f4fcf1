import { describe, expect, it } from 'vitest'
import { DEFAULT_FILTERS, facetsOf, isFiltered, readFilters, statesOf, withFilters } from './filters'

describe('withFilters', () => {
  it('drops a state that the scope cannot hold', () => {
    const open = withFilters(DEFAULT_FILTERS, { state: 'handled' })
    expect(withFilters(open, { scope: 'ended' }).state).toBe('')
    expect(withFilters(open, { scope: 'all' }).state).toBe('handled')
  })

  it('takes overdue to the open ones, and leaves it with them', () => {
    const overdue = withFilters({ ...DEFAULT_FILTERS, scope: 'all' }, { overdue: true })
    expect(overdue).toMatchObject({ scope: 'open', overdue: true })
    expect(withFilters(overdue, { scope: 'ended' }).overdue).toBe(false)
    expect(withFilters(overdue, { severity: 'major' }).overdue).toBe(true)
  })
})

describe('facetsOf', () => {
  it('names every set that must hold', () => {
    expect(facetsOf(DEFAULT_FILTERS)).toEqual(['open'])
    expect(facetsOf({ ...DEFAULT_FILTERS, scope: 'all' })).toEqual([])
    expect(
      facetsOf({ scope: 'open', state: 'judged', severity: 'major', cause: 'fees', overdue: true }),
    ).toEqual(['open', 'state:judged', 'severity:major', 'cause:fees'])
  })
})

describe('readFilters', () => {
  it('understands its own and refuses what it does not know', () => {
    const filters = withFilters(DEFAULT_FILTERS, { cause: 'fees', scope: 'all' })
    expect(readFilters(JSON.parse(JSON.stringify(filters)))).toEqual(filters)
    expect(readFilters({ scope: 'mine', other: 1 })).toEqual(DEFAULT_FILTERS)
    expect(readFilters(null)).toEqual(DEFAULT_FILTERS)
    expect(readFilters({ scope: 'ended', state: 'judged' }).state).toBe('')
  })
})

it('offers the states of each scope, and knows the first look', () => {
  expect(statesOf('ended')).toEqual(['closed', 'void'])
  expect(statesOf('all')).toHaveLength(9)
  expect(isFiltered(DEFAULT_FILTERS)).toBe(false)
  expect(isFiltered({ ...DEFAULT_FILTERS, overdue: true })).toBe(true)
})
