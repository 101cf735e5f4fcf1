import {
  type DeskData,
  getRecords,
  type ListFilter,
  type RecordTable,
  type RecordTables,
  walkRecords,
} from '../../data'
import type { Selection } from './selection'

const PORTION = 500

/** Records that something is done with at once: what is selected, or everything that is filtered. */
export interface Batch<K extends RecordTable> {
  table: K
  /** How many there are. */
  count: number
  /** Whether some were selected; else it is all that is filtered. */
  selected: boolean
  /** The filter in the words of the screen: for the log, and for the head of a printed list. */
  words: string
  /** Reads them in the order of the list, portion by portion. */
  records: () => AsyncGenerator<RecordTables[K][]>
}

interface Wanted<K extends RecordTable> {
  filter: ListFilter & { table: K }
  kind: string
  query: string
  selection: Selection
  /** Ids of the rows that are listed, in their order: what was selected one by one is among them. */
  listed: readonly string[]
}

type Sources = Pick<DeskData, 'db' | 'search'>

/** The records of a batch in the order of the list, at most so many at a time: never a whole register at once. */
export function batchRecords<K extends RecordTable>(
  sources: Sources,
  wanted: Wanted<K>,
): AsyncGenerator<RecordTables[K][]> {
  const { filter, query, selection, listed } = wanted
  if (!selection.all && selection.ids.size > 0) {
    const place = new Map(listed.map((id, i) => [id, i]))
    const at = (id: string) => place.get(id) ?? listed.length
    return byIds(
      sources,
      filter.table,
      [...selection.ids].sort((a, b) => at(a) - at(b)),
    )
  }
  return query.trim() === '' ? filtered(sources, wanted) : searched(sources, wanted)
}

/** True for what was not let go after 全选. */
const isWanted = ({ all, ids }: Selection, id: string) => !all || !ids.has(id)

async function* filtered<K extends RecordTable>(
  { db }: Sources,
  { filter, selection }: Wanted<K>,
): AsyncGenerator<RecordTables[K][]> {
  for await (const rows of walkRecords(db, filter)) {
    const kept = rows.filter(({ id }) => isWanted(selection, id))
    if (kept.length > 0) yield kept
  }
}

async function* searched<K extends RecordTable>(
  sources: Sources,
  { filter, kind, query, selection }: Wanted<K>,
): AsyncGenerator<RecordTables[K][]> {
  const { table, facets, before, range } = filter
  const found = await sources.search.search({
    query,
    kinds: [kind],
    facets,
    before,
    range,
    limit: Number.MAX_SAFE_INTEGER,
  })
  // What is handed out as all that was found must be all.
  if (found.broken) throw new Error('the search does not know all records')
  const ids = found.hits.map(({ id }) => id).filter((id) => isWanted(selection, id))
  yield* byIds(sources, table, ids)
}

async function* byIds<K extends RecordTable>(
  { db }: Sources,
  table: K,
  ids: readonly string[],
): AsyncGenerator<RecordTables[K][]> {
  for (let at = 0; at < ids.length; at += PORTION) {
    yield await getRecords(db, table, ids.slice(at, at + PORTION))
  }
}

/** The ids of a batch, for what reads the records by itself. */
export async function idsOf<K extends RecordTable>(batch: Batch<K>): Promise<string[]> {
  const ids: string[] = []
  for await (const rows of batch.records()) ids.push(...rows.map(({ id }) => id))
  return ids
}
