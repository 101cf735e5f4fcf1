import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import { listFacets } from '../../../../shared/domain/lostItem'
import { stated, stored } from '../../../../shared/domain/lostItem/testing'
import { questionOf } from '../../../register/list/filterQuery'
import { DEFAULTS, itemFilters, SCOPES, tidy } from './filters'

const t = ((key: string) => key) as unknown as TFunction<'lostItems'>
const list = { table: 'lostItems' as const, filters: itemFilters(t), defaults: DEFAULTS, tidy }
const facets = (values: Record<string, string>) =>
  questionOf(list, values, '2026-11-21T01:00:00.000Z', '2026-11-21').facets

describe('the filters of found items', () => {
  it('drop a state that the scope cannot hold, and overdue with the open ones', () => {
    expect(tidy({ scope: 'ended', state: 'stored' }, { scope: 'ended' })).toMatchObject({ state: '' })
    expect(tidy({ scope: 'all', overdue: 'yes' }, { overdue: 'yes' })).toMatchObject({ scope: 'open' })
    expect(tidy({ scope: 'ended', overdue: 'yes' }, { scope: 'ended' })).toMatchObject({ overdue: '' })
    expect(SCOPES.ended).toContain('handedOver')
  })

  it('name sets that records are in', () => {
    const record = stated({}, stored({ category: 'document' }))
    const sets = new Set(listFacets(record))
    const asked = facets({
      scope: 'open',
      overdue: 'yes',
      state: 'stored',
      category: 'document',
      receivedBy: record.intake.receivedBy,
      marks: 'unnoticed sensitive claiming',
    })
    expect(asked.length).toBeGreaterThan(6)
    expect(asked.filter((facet) => !sets.has(facet))).toEqual([])
    expect(facets({ scope: 'all' })).toEqual([])
  })
})
