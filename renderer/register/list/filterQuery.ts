import type { CivilDay, Instant } from '../../../shared/util/instant'
import type { ListFilter, RecordTable } from '../../data'
import type { Filter, FilterValues, WordsFilter } from './definition'
import { periodRange } from './periods'

interface Filtered<K extends RecordTable> {
  table: K
  filters: readonly Filter[]
  defaults: FilterValues
  tidy: (next: FilterValues, change: FilterValues) => FilterValues
}

/** The values of a filter of which several may be chosen. */
export function valuesOf(values: FilterValues, key: string): string[] {
  return (values[key] ?? '').split(' ').filter(Boolean)
}

/** What a list asks the data for, seen at `now` on `today`. */
export function questionOf<K extends RecordTable>(
  { table, filters }: Pick<Filtered<K>, 'table' | 'filters'>,
  values: FilterValues,
  now: Instant,
  today: CivilDay,
): ListFilter & { table: K } {
  const facets = filters.flatMap((filter) => facetsOf(filter, values))
  const overdue = filters.some(({ kind, key }) => kind === 'overdue' && values[key])
  const period = filters.find((filter) => filter.kind === 'period')
  const days = period && periodRange(values[period.key] ?? '', today)
  return {
    table,
    facets: [...new Set(facets)],
    before: overdue ? now : undefined,
    range: days ? { order: period.order, ...days } : undefined,
  }
}

function facetsOf(filter: Filter, values: FilterValues): string[] {
  const value = values[filter.key] ?? ''
  if (!value || filter.kind === 'period') return []
  if (filter.kind === 'overdue') return [filter.facet]
  if (filter.kind === 'person') return [`${filter.facet}:${value}`]
  return chosen(filter, values).flatMap(({ facet }) => facet ?? [])
}

/** The words of a filter that are chosen. */
export function chosen(filter: WordsFilter, values: FilterValues) {
  const wanted = filter.several ? valuesOf(values, filter.key) : [values[filter.key] ?? '']
  return filter.options(values).filter(({ value }) => wanted.includes(value))
}

/** True where the list shows something else than at first. */
export function isFiltered(defaults: FilterValues, values: FilterValues): boolean {
  return !sameValues(defaults, values)
}

/** Whether two choices filter the same; what is '' is as good as missing. */
export function sameValues(one: FilterValues, other: FilterValues): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) => (one[key] ?? '') === (other[key] ?? ''))
}

/** Values that were kept by another version of the program may name what this one does not know. */
export function readValues<K extends RecordTable>(list: Filtered<K>, kept: unknown): FilterValues {
  if (typeof kept !== 'object' || kept === null) return list.defaults
  const known = list.filters.flatMap((filter): [string, string][] => {
    const value: unknown = (kept as Record<string, unknown>)[filter.key]
    return typeof value === 'string' && value.length <= 200 ? [[filter.key, value]] : []
  })
  const next = list.tidy({ ...list.defaults, ...Object.fromEntries(known) }, {})
  const words = list.filters.filter((filter) => filter.kind === 'words')
  const lost = words.filter((filter) => next[filter.key] && chosen(filter, next).length === 0)
  return { ...next, ...Object.fromEntries(lost.map(({ key }) => [key, list.defaults[key] ?? ''])) }
}
