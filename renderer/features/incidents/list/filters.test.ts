import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import { listFacets } from '../../../../shared/domain/incident'
import { registered, submitted, telling } from '../../../../shared/domain/incident/testing'
import { questionOf } from '../../../register/list/filterQuery'
import { DEFAULTS, incidentFilters, SCOPES, tidy } from './filters'

const t = ((key: string) => key) as unknown as TFunction<'incidents'>
const list = {
  table: 'incidents' as const,
  filters: incidentFilters(t, 'u-clerk'),
  defaults: DEFAULTS,
  tidy,
}
const facets = (values: Record<string, string>) =>
  questionOf(list, values, '2026-11-21T01:00:00.000Z', '2026-11-21').facets

describe('the filters of incidents', () => {
  it('drop a state that the scope cannot hold, and lateness with the open ones', () => {
    expect(tidy({ scope: 'ended', state: 'submitted' }, { scope: 'ended' })).toMatchObject({ state: '' })
    expect(SCOPES.ended).toEqual(['archived', 'void'])
    const overdue = tidy({ scope: 'all', overdue: 'yes' }, { overdue: 'yes' })
    expect(overdue).toMatchObject({ scope: 'open', overdue: 'yes' })
    expect(tidy({ ...overdue, scope: 'ended' }, { scope: 'ended' })).toMatchObject({ overdue: '' })
  })

  it('name sets that records are in', () => {
    const record = submitted({ severity: 'major', personHurt: true })
    const sets = new Set(listFacets(record))
    const asked = facets({
      scope: 'open',
      state: 'submitted',
      kind: 'waterLeak',
      severity: 'major',
      marks: 'mine hurt approval',
      reportedBy: record.reportedBy,
    })
    expect(asked).toHaveLength(8)
    expect(asked.filter((facet) => !sets.has(facet))).toEqual([])
    expect(listFacets(telling())).toContain('loss')
    expect(listFacets(registered({ kind: 'death' }))).toContain('restricted')
  })
})
