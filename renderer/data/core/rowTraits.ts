import type { RecordTable, RecordTables, SearchDoc } from './tables'
import { complaintTraits } from './traits/complaint'
import { householdTraits } from './traits/household'
import type { RowTraits } from './traits/types'

type TraitsMap = { [K in RecordTable]?: RowTraits<RecordTables[K]> }

/** One line a table. */
export const rowTraits: TraitsMap = {
  credentials: { secret: ['pinHash'] },
  ...householdTraits,
  complaints: complaintTraits,
}

/** Separates the parts of a list key; lower than any character of a facet or sort key. */
export const KEY_SEPARATOR = '\u0001'

/** Traits of a table, with the row type widened for the generic writer. */
export function traitsOf(table: RecordTable): RowTraits<Record<string, unknown>> {
  return (rowTraits[table] ?? {}) as unknown as RowTraits<Record<string, unknown>>
}

/** Facets of a row, `all` among them, for tables that have lists. */
export function facetsOf(table: RecordTable, row: Record<string, unknown>): string[] {
  const traits = traitsOf(table)
  return traits.facets ? ['all', ...traits.facets(row)] : []
}

/** Keys of the list index: `<facet>␁<sortKey>␁<id>`, so that a facet is a range in its order. */
export function listKeysOf(table: RecordTable, row: Record<string, unknown>): string[] | undefined {
  const traits = traitsOf(table)
  if (!traits.facets || !traits.sortKey) return undefined
  const tail = KEY_SEPARATOR + traits.sortKey(row) + KEY_SEPARATOR + String(row['id'])
  return facetsOf(table, row).map((facet) => facet + tail)
}

/** Search document of a row, or null where its table is not searched. */
export function searchDocOf(table: RecordTable, row: Record<string, unknown>): SearchDoc | null {
  const traits = traitsOf(table)
  if (!traits.search) return null
  const id = String(row['id'])
  const found = traits.search(row)
  return { id, ...found, facets: facetsOf(table, row), sortKey: traits.sortKey?.(row) ?? id }
}

/** A stored row without what the data layer adds to it. */
export function withoutListKeys<T extends object>(row: T): T {
  if (!('listKeys' in row)) return row
  const { listKeys: _derived, ...rest } = row as T & { listKeys?: unknown }
  return rest as unknown as T
}
