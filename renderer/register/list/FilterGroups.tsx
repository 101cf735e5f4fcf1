import { countFacets, countListed, type RecordTable, useQuery } from '../../data'
import { FilterWords } from '../../ui'
import type { Filter, FilterValues, OverdueFilter, WordsFilter } from './definition'
import { valuesOf } from './filterQuery'
import { PersonChoice } from './PersonChoice'
import { PeriodWords } from './PeriodWords'
import { useMinute } from './useListQuestion'

interface GroupProps<F extends Filter = Filter> {
  table: RecordTable
  filter: F
  values: FilterValues
  change: (part: FilterValues) => void
}

/** One filter as words that are switched on and off. */
export function FilterGroup({ filter, ...rest }: GroupProps) {
  if (filter.kind === 'words') return <Words filter={filter} {...rest} />
  if (filter.kind === 'overdue') return <Overdue filter={filter} {...rest} />
  const value = rest.values[filter.key] ?? ''
  const set = (next: string) => rest.change({ [filter.key]: next })
  if (filter.kind === 'period') return <PeriodWords label={filter.label} value={value} onChange={set} />
  return <PersonChoice table={rest.table} filter={filter} value={value} onChange={set} />
}

function Words({ table, filter, values, change }: GroupProps<WordsFilter>) {
  const { key, several, always } = filter
  const options = filter.options(values)
  const facets = filter.counted ? options.map(({ facet }) => facet ?? 'all') : []
  const counts = useQuery((db) => countFacets(db, table, facets), [table, facets.join(' ')])
  const words = options.map(({ value, label, facet }) => {
    const count = filter.counted ? counts?.[facet ?? 'all'] : undefined
    return { value, label, ...(count === undefined ? {} : { count }) }
  })
  const value = several ? valuesOf(values, key) : [values[key] ?? '']
  return (
    <FilterWords
      label={filter.label}
      single={!several}
      options={words}
      value={value}
      onChange={(next) => {
        if (!always || next.length > 0) change({ [key]: next.join(' ') })
      }}
    />
  )
}

function Overdue({ table, filter, values, change }: GroupProps<OverdueFilter>) {
  const minute = useMinute()
  const count = useQuery(
    (db) => countListed(db, { table, facets: [filter.facet], before: minute }),
    [table, filter.facet, minute],
  )
  const on = Boolean(values[filter.key])
  const word = { value: 'yes', label: filter.word, ...(count === undefined ? {} : { count }) }
  return (
    <FilterWords
      label={filter.label}
      single
      options={[word]}
      value={on ? ['yes'] : []}
      onChange={(next) => change({ [filter.key]: next[0] ?? '' })}
    />
  )
}
