import { countListed, countSets, type RecordTable, useQuery } from '../../data'
import { FilterWords } from '../../ui'
import type { Filter, FilterOption, FilterValues, OverdueFilter, WordsFilter } from './definition'
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
  const counted = filter.counted(rest.values)
  return <PersonChoice table={rest.table} filter={filter} value={value} counted={counted} onChange={set} />
}

function Words({ table, filter, values, change }: GroupProps<WordsFilter>) {
  const { key, several, always } = filter
  const options = filter.options(values)
  const asked = JSON.stringify(filter.counted ? options.filter(isCounted).map(setsOf) : [])
  const counts = useQuery((db) => countSets(db, table, JSON.parse(asked) as string[][]), [table, asked])
  // By the sets, so that a count that is shown until the next are there is never that of other records.
  const words = options.map((option) => {
    const count = isCounted(option) ? counts?.get(setsOf(option).join(' ')) : undefined
    return { value: option.value, label: option.label, ...(count === undefined ? {} : { count }) }
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

const isCounted = ({ within }: FilterOption) => within !== null

/** The sets of the list index that hold what a word stands for. */
function setsOf({ facet, within }: FilterOption): string[] {
  return [within, facet].filter((set) => typeof set === 'string')
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
