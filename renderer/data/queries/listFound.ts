import type { DeskDatabase } from '../core/database'
import { KEY_SEPARATOR, orderName } from '../core/rowTraits'
import type { RecordTable, RecordTables } from '../core/tables'
import type { SearchClient } from '../search/searchClient'
import { keyIn, type Listed, type ListFilter } from './listWalk'
import { commandsSoFar, type ListPage, type ListRequest } from './lists'
import { asRead } from './reading'

/** Facets that start with this are no sets of the search: one a unit, one a day. */
const UNKEPT = '#'

/** Where the records of a list are kept for searching, and under which kind. */
export interface ListSearch {
  search: Pick<SearchClient, 'search' | 'isReady'>
  kind: string
}

/**
 * Whether several sets make up a list: its index leads along one of them, and whole rows would be read to see which of
 * them stand in the others, most of them in vain.
 */
export function isOfSets({ facets, range, before }: ListFilter): boolean {
  if (facets.some((facet) => facet.startsWith(UNKEPT))) return false
  return range ? facets.length > 0 || before !== undefined : facets.length > 1
}

/**
 * Ids of one page and of the row after it, in the order of the list, from the sets of the search: the page at the end
 * costs as much as the first. Null where the index is to be read: no several sets, or the search does not know all that
 * was written. Followed live, it is asked again after every command.
 */
export async function pageIds<K extends RecordTable>(
  db: DeskDatabase,
  { search, kind }: ListSearch,
  request: ListRequest<K>,
): Promise<string[] | null> {
  const seq = await commandsSoFar(db)
  if (!isOfSets(request) || !search.isReady()) return null
  const { facets, before, range, after, until, limit } = request
  const page = { after, until }
  const asked = { query: '', kinds: [kind], facets, before, range, page, limit: limit + 1, atLeast: seq }
  const { hits, broken, behind } = await search.search(asked)
  return broken || behind ? null : hits.map(({ id }) => id)
}

/** The rows of a page whose ids are known. */
export async function readPage<K extends RecordTable>(
  db: DeskDatabase,
  request: ListRequest<K>,
  ids: readonly string[],
): Promise<ListPage<RecordTables[K]>> {
  const { table, range, limit } = request
  const found = (await db.table(table).bulkGet(ids.slice(0, limit))) as (Listed | undefined)[]
  const prefix = (range ? orderName(range.order) : 'all') + KEY_SEPARATOR
  // What changed just now may stand in these sets no more: the page is asked for again anyway.
  const rows = found.filter((row) => row !== undefined).filter((row) => isIn(row, request.facets))
  const last = rows.at(-1)
  return {
    rows: rows.map((row) => asRead(db, table, row as unknown as RecordTables[K])),
    next: ids.length > limit && last ? keyIn(last, prefix).slice(prefix.length) : null,
  }
}

function isIn({ listKeys }: Listed, facets: readonly string[]): boolean {
  return facets.every((facet) => listKeys.some((key) => key.startsWith(facet + KEY_SEPARATOR)))
}
