import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import { listFacets } from '../../../../shared/domain/complaint'
import { judged } from '../../../../shared/domain/complaint/testing'
import { questionOf, readValues } from '../../../register/list/filterQuery'
import { complaintFilters, DEFAULTS, SCOPES, tidy } from './filters'

const t = ((key: string) => key) as unknown as TFunction<'complaints'>
const list = {
  table: 'complaints' as const,
  filters: complaintFilters(t, 'u-clerk'),
  defaults: DEFAULTS,
  tidy,
}
const facets = (values: Record<string, string>) =>
  questionOf(list, values, '2026-11-21T01:00:00.000Z', '2026-11-21').facets

describe('the filters of complaints', () => {
  it('drop a state that the scope cannot hold', () => {
    expect(tidy({ scope: 'ended', state: 'handled' }, { scope: 'ended' })).toMatchObject({ state: '' })
    expect(tidy({ scope: 'all', state: 'handled' }, { scope: 'all' })).toMatchObject({ state: 'handled' })
    expect(SCOPES.ended).toEqual(['closed', 'void'])
    expect(SCOPES.open[0]).toBe('reserved')
  })

  it('take overdue to the open ones, and leave it with them', () => {
    const overdue = tidy({ scope: 'all', overdue: 'yes' }, { overdue: 'yes' })
    expect(overdue).toMatchObject({ scope: 'open', overdue: 'yes' })
    expect(tidy({ ...overdue, scope: 'ended' }, { scope: 'ended' })).toMatchObject({ overdue: '' })
  })

  it('know 首问责任 for open matters only (domain 5)', () => {
    expect(tidy({ scope: 'ended', marks: 'repeat mine' }, { scope: 'ended' })).toMatchObject({
      marks: 'repeat',
    })
    expect(tidy({ scope: 'ended', marks: 'mine' }, { marks: 'mine' })).toMatchObject({ scope: 'open' })
  })

  it('name sets that records are in', () => {
    const record = judged({ severity: 'major', cause: 'fees' })
    const sets = new Set(listFacets(record))
    const asked = facets({
      scope: 'open',
      overdue: 'yes',
      state: 'judged',
      severity: 'major',
      cause: 'fees',
      receivedBy: record.receivedBy,
      marks: 'mine',
    })
    expect(asked).toHaveLength(6)
    expect(asked.filter((facet) => !sets.has(facet))).toEqual([])
    expect(facets({ scope: 'all' })).toEqual([])
  })

  it('count their words within the scope, or not at all', () => {
    const marks = list.filters.find(({ key }) => key === 'marks')
    const within = (scope: string) =>
      marks?.kind === 'words' ? marks.options({ scope }).map((mark) => mark.within) : []
    // What is somebody's 首问责任 is open anyway.
    expect(within('open')).toEqual(['open', undefined, 'open', 'open'])
    expect(within('ended')).toEqual([null, undefined, null, null])
    expect(within('all')).toEqual([undefined, undefined, undefined, undefined])
  })

  it('are read from what was kept', () => {
    expect(readValues(list, { scope: 'all', cause: 'fees' })).toMatchObject({ scope: 'all', cause: 'fees' })
    expect(readValues(list, { scope: 'mine', cause: 'x', overdue: true })).toMatchObject({
      scope: 'open',
      cause: '',
      overdue: '',
    })
  })
})
