import { useState } from 'react'
import { type RecordTable, useUser } from '../../data'
import { recall, remember } from '../../ui'
import type { FilterValues, ListDefinition } from './definition'
import { readValues } from './filterQuery'

/** What is chosen in a list now, and how it is changed. */
export interface Filters {
  values: FilterValues
  query: string
  /** Changes some filters; what no longer fits together goes. */
  change: (part: FilterValues) => void
  /** Takes other values as a whole: those of a saved filter, or the first ones. */
  replace: (values: unknown, query?: string) => void
  setQuery: (query: string) => void
}

/** The filters of a list, each user's own and remembered: what the supervisor filtered would hide the clerk's work. */
export function useFilters<K extends RecordTable>(list: ListDefinition<K>): Filters {
  const key = `${list.id}.filters.${useUser().id}`
  const [values, setValues] = useState(() => readValues(list, recall<unknown>(key, null)))
  const [query, setQuery] = useState('')
  const set = (next: FilterValues) => {
    setValues(next)
    remember(key, withoutPeople(list, next))
  }
  return {
    values,
    query,
    change: (part) => set(list.tidy({ ...values, ...part }, part)),
    replace: (next, words = '') => {
      set(readValues(list, next))
      setQuery(words)
    },
    setQuery,
  }
}

/** No names go into the memory of the screen, which nothing encrypts and nothing erases (domain 13). */
function withoutPeople<K extends RecordTable>({ filters }: ListDefinition<K>, values: FilterValues) {
  const people = new Set(filters.flatMap(({ kind, key }) => (kind === 'person' ? [key] : [])))
  return Object.fromEntries(Object.entries(values).filter(([key]) => !people.has(key)))
}
