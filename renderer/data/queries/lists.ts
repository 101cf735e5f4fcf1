import type { DeskDatabase } from '../core/database'
import { KEY_SEPARATOR, orderName } from '../core/rowTraits'
import type { ChainState, RecordTable, RecordTables } from '../core/tables'
import { entriesOf, keyIn, type Listed, type ListFilter, planWalk, rowsInHand, type Walk } from './listWalk'
import { asRead } from './reading'

export type { ListFilter, ListRange } from './listWalk'

/** One page of a list. All facets must hold; a period is in its own order, everything else by what is due. */
export interface ListRequest<K extends RecordTable> extends ListFilter {
  table: K
  /** Key of the last row already shown; null for the first page. */
  after: string | null
  /** Ends the page before this key of the walked order. */
  until?: string | undefined
  limit: number
  /**
   * How many rows may be looked at for one page: where others filter, a page may then hold few rows, or none, and
   * still have a next one. Without it a page is as full as it can be.
   */
  scan?: number | undefined
}

export interface ListPage<Row> {
  rows: Row[]
  /** Pass as `after` for the next page; null when there is none. */
  next: string | null
}

/** How many index entries are looked at in one go while other facets filter. */
const SCAN = 200

/** Rows a portion of `walkRecords`. */
const PORTION = 500

/**
 * One page by key, never by offset: page 2,000 costs as much as the first (quality 2). The rarest facet leads the
 * walk over the index and the others filter; a period leads by its own order, unless a facet is so small that it is
 * less to read that whole.
 */
export async function listRecords<K extends RecordTable>(
  db: DeskDatabase,
  request: ListRequest<K>,
): Promise<ListPage<RecordTables[K]>> {
  const walk = bounded(await planWalk(db, request), request)
  const { rows, next } =
    walk.hand === null
      ? await walked(db, request, walk)
      : cut(await rowsInHand(db, request.table, walk), request.limit, walk)
  return { rows: rows.map((row) => asRead(db, request.table, row as unknown as RecordTables[K])), next }
}

function bounded(walk: Walk, { after, until }: { after: string | null; until?: string | undefined }): Walk {
  const lower = after === null ? walk.lower : `${walk.prefix}${after}\u0000`
  const end = until === undefined ? walk.upper : walk.prefix + until
  return { ...walk, lower, upper: end < walk.upper ? end : walk.upper }
}

async function walked(
  db: DeskDatabase,
  { table, limit, scan }: { table: RecordTable; limit: number; scan?: number | undefined },
  walk: Walk,
): Promise<ListPage<Listed>> {
  const portion = walk.exact ? limit + 1 : SCAN
  const rows: Listed[] = []
  let from = walk.lower
  for (let seen = 0; ; ) {
    if (from >= walk.upper) break
    const part = (await db
      .table(table)
      .where('listKeys')
      .between(from, walk.upper, from === walk.lower, false)
      .limit(portion)
      .toArray()) as Listed[]
    rows.push(...part.filter(walk.fits))
    const last = part.at(-1)
    if (rows.length > limit || !last || part.length < portion) break
    from = keyIn(last, walk.prefix)
    seen += part.length
    if (scan !== undefined && seen >= scan) return { rows, next: from.slice(walk.prefix.length) }
  }
  return cut(rows, limit, walk)
}

function cut(rows: Listed[], limit: number, { prefix }: Walk): ListPage<Listed> {
  const page = rows.slice(0, limit)
  const end = page.at(-1)
  return { rows: page, next: rows.length > limit && end ? keyIn(end, prefix).slice(prefix.length) : null }
}

/** Everything that a filter holds, portion by portion: exports and batches, which no screen waits for. */
export async function* walkRecords<K extends RecordTable>(
  db: DeskDatabase,
  filter: ListFilter & { table: K },
): AsyncGenerator<RecordTables[K][]> {
  let after: string | null = null
  do {
    const page: ListPage<RecordTables[K]> = await listRecords(db, { ...filter, after, limit: PORTION })
    if (page.rows.length > 0) yield page.rows
    after = page.next
  } while (after !== null)
}

/** Whether counters, or the part of a set that is due, say how many rows a filter holds, however many years there are. */
export function isCounted({ facets, range }: Pick<ListFilter, 'facets' | 'range'>): boolean {
  return !range && facets.length < 2
}

/** How many rows a filter holds: from the counters where they say it, else from the index alone, reading no row. */
export async function countListed(db: DeskDatabase, filter: ListFilter): Promise<number> {
  const { table, facets, before, range } = filter
  if (isCounted(filter) && before === undefined) return countFacet(db, table, facets[0] ?? 'all')
  const walk = await planWalk(db, filter)
  if (walk.exact) return db.table(table).where('listKeys').between(walk.lower, walk.upper).count()
  if (walk.hand !== null) return (await rowsInHand(db, table, walk)).length
  const sets = facets.map((facet) => entriesOf(db, table, facet + KEY_SEPARATOR))
  if (before !== undefined) sets.push(entriesOf(db, table, `all${KEY_SEPARATOR}`, before))
  if (range) {
    const prefix = orderName(range.order) + KEY_SEPARATOR
    sets.push(
      db
        .table(table)
        .where('listKeys')
        .between(prefix + range.from, prefix + range.to),
    )
  }
  const ids = await Promise.all(sets.map((set) => set.primaryKeys() as PromiseLike<string[]>))
  return common(ids.sort((a, b) => a.length - b.length))
}

function common([fewest = [], ...others]: string[][]): number {
  const sets = others.map((ids) => new Set(ids))
  return fewest.filter((id) => sets.every((set) => set.has(id))).length
}

/** Whether a filter holds the row `id`, which may stand on any page of it; true of one that does not exist. */
export async function isListed(db: DeskDatabase, filter: ListFilter, id: string): Promise<boolean> {
  const row = (await db.table(filter.table).get(id)) as Listed | undefined
  if (!row) return true
  const { prefix, lower, upper, fits } = await planWalk(db, filter)
  const key = keyIn(row, prefix)
  return key.length > prefix.length && key >= lower && key < upper && fits(row)
}

/** A figure that every command raises: what was found before it is looked for again. */
export async function commandsSoFar(db: DeskDatabase): Promise<number> {
  return ((await db.of('meta').get('chain'))?.value as ChainState | undefined)?.seq ?? 0
}

/** How many rows a facet holds, from the counters kept in each command's transaction. */
export async function countFacet(db: DeskDatabase, table: RecordTable, facet: string): Promise<number> {
  return (await db.of('counters').get(`${table}|${facet}`))?.count ?? 0
}

/** How many rows are in all facets of each set, by the facets with spaces between. */
export async function countSets(
  db: DeskDatabase,
  table: RecordTable,
  sets: readonly string[][],
): Promise<Map<string, number>> {
  const counts = sets.map(async (facets): Promise<[string, number]> => {
    return [facets.join(' '), await countListed(db, { table, facets })]
  })
  return new Map(await Promise.all(counts))
}

/** The values in use of a facet `<name>:<value>` with their counts: the people who ever were 责任人. */
export async function facetValues(
  db: DeskDatabase,
  table: RecordTable,
  name: string,
): Promise<{ value: string; count: number }[]> {
  const prefix = `${table}|${name}:`
  const rows = await db.of('counters').where('id').startsWith(prefix).toArray()
  return rows
    .filter(({ count }) => count > 0)
    .map(({ id, count }) => ({ value: id.slice(prefix.length), count }))
}
