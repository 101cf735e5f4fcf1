import { commandsSoFar, type RecordTable, useQuery } from '../../data'
import type { ListDefinition } from './definition'
import type { Filters } from './useFilters'
import { useFound } from './useFound'
import { useListed } from './useListed'
import { useListCount, useListQuestion, useMinute } from './useListQuestion'

/** The rows of a list as they are filtered and searched now, and how many there are (null while they are counted). */
export function useListRows<K extends RecordTable>(list: ListDefinition<K>, filters: Filters) {
  const minute = useMinute()
  const filter = useListQuestion(list, filters.values, minute)
  const listed = useListed(filter, list.searchKind)
  // What was found is looked for again after every command, whatever it changed.
  const pulse = useQuery((db) => commandsSoFar(db), [])
  const { words, kind } = { words: filters.query, kind: list.searchKind }
  const found = useFound({ filter, kind, words, pulse: String(pulse) })
  const known = !listed.loading && !listed.hasMore ? listed.rows.length : null
  const count = useListCount(filter, known, { kind, pulse: String(pulse) })
  const { readers } = listed
  return found ? { filter, minute, readers, ...found } : { filter, minute, ...listed, total: count }
}
