import { describe, expect, it } from 'vitest'
import type { Filter, FilterValues } from './definition'
import { isFiltered, questionOf, readValues, sameValues } from './filterQuery'

const word = (value: string, facet: string | null = value) => ({ value, label: value, facet })
const filters: Filter[] = [
  {
    kind: 'words',
    key: 'scope',
    label: '范围',
    always: true,
    options: () => [word('open'), word('ended'), word('all', null)],
  },
  { kind: 'overdue', key: 'overdue', label: '期限', word: '超期', facet: 'open' },
  {
    kind: 'words',
    key: 'state',
    label: '状态',
    options: ({ scope }) =>
      scope === 'ended' ? [word('closed', 'state:closed')] : [word('new', 'state:new')],
  },
  { kind: 'period', key: 'period', label: '登记时间', order: 'registered' },
  { kind: 'person', key: 'by', label: '责任人', facet: 'responsible', counted: () => true },
  {
    kind: 'words',
    key: 'marks',
    label: '其他',
    several: true,
    options: () => [word('awaiting'), word('mine', 'first:u1')],
  },
]
const list = {
  table: 'complaints' as const,
  filters,
  defaults: { scope: 'open' },
  tidy: (next: FilterValues) => (next['scope'] === 'ended' ? { ...next, overdue: '' } : next),
}
const NOW = '2026-11-21T01:00:00.000Z'
const ask = (values: FilterValues) => questionOf(list, values, NOW, '2026-11-21')

describe('what a list asks for', () => {
  it('names every set that must hold, each once', () => {
    expect(ask({ scope: 'all' })).toEqual({ table: 'complaints', facets: [] })
    expect(ask({ scope: 'open', overdue: 'yes' })).toMatchObject({ facets: ['open'], before: NOW })
    const values = { scope: 'open', state: 'new', by: '王 师傅', marks: 'mine awaiting' }
    expect(ask(values).facets).toEqual(['open', 'state:new', 'responsible:王 师傅', 'awaiting', 'first:u1'])
  })

  it('asks for a period in its own order', () => {
    expect(ask({ scope: 'all', period: 'thisMonth' }).range).toEqual({
      order: 'registered',
      from: '2026-10-31T16:00:00.000Z',
      to: '2026-11-30T16:00:00.000Z',
    })
    expect(ask({ scope: 'all', period: '..' }).range).toBeUndefined()
  })
})

describe('values that were kept', () => {
  it('are understood, and what this version does not know is left out', () => {
    const kept = { scope: 'all', state: 'new', period: 'lastMonth', by: '王师傅' }
    expect(readValues(list, JSON.parse(JSON.stringify(kept)))).toEqual(kept)
    expect(readValues(list, { scope: 'mine', state: 'gone', other: 1, overdue: true })).toEqual({
      scope: 'open',
      state: '',
    })
    for (const not of [null, 'x', undefined]) expect(readValues(list, not)).toEqual(list.defaults)
  })

  it('are tidied', () => {
    expect(readValues(list, { scope: 'ended', overdue: 'yes' })).toMatchObject({ overdue: '' })
  })

  it('are the same whether a filter is empty or missing', () => {
    expect(sameValues({ scope: 'open', state: '' }, { scope: 'open' })).toBe(true)
    expect(isFiltered(list.defaults, { scope: 'open', by: '王' })).toBe(true)
    expect(isFiltered(list.defaults, { scope: 'open', by: '' })).toBe(false)
  })
})
