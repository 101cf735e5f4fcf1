import type { DeskDatabase } from '../core/database'
import { KEY_SEPARATOR, withoutListKeys } from '../core/rowTraits'
import type { RecordTable, RecordTables } from '../core/tables'

/** What a list asks for. All facets must hold; `before` ends the list at a sort key (overdue: now). */
export interface ListRequest<K extends RecordTable> {
  table: K
  facets: string[]
  before?: string
  /** Key of the last row already shown; null for the first page. */
  after: string | null
  limit: number
}

export interface ListPage<Row> {
  rows: Row[]
  /** Pass as `after` for the next page; null when there is none. */
  next: string | null
}

type Listed = { id: string; listKeys: string[] }

/** Highest character: closes a prefix range. */
const END = '\uffff'

/** How many index entries are looked at in one go while other facets filter. */
const SCAN = 200

/**
 * One page by key, never by offset: page 2,000 costs as much as the first (quality 2). The rarest facet leads the
 * walk over the index, the others filter.
 */
export async function listRecords<K extends RecordTable>(
  db: DeskDatabase,
  request: ListRequest<K>,
): Promise<ListPage<RecordTables[K]>> {
  const { table, limit } = request
  const [lead, ...others] = await rarestFirst(db, table, request.facets.length ? request.facets : ['all'])
  const prefix = `${lead}${KEY_SEPARATOR}`
  const upper = prefix + (request.before ?? END)
  const rows: (RecordTables[K] & Listed)[] = []
  let from = request.after ? prefix + request.after : prefix
  for (;;) {
    const part = (await db
      .table(table)
      .where('listKeys')
      .between(from, upper, false, false)
      .limit(others.length ? SCAN : limit + 1)
      .toArray()) as (RecordTables[K] & Listed)[]
    for (const row of part) {
      if (others.every((facet) => hasFacet(row, facet))) rows.push(row)
      if (rows.length > limit) break
    }
    const last = part.at(-1)
    if (rows.length > limit || !last || part.length < SCAN) break
    from = keyIn(last, prefix)
  }
  const page = rows.slice(0, limit)
  const end = page.at(-1)
  const next = rows.length > limit && end ? keyIn(end, prefix).slice(prefix.length) : null
  return { rows: page.map(withoutListKeys), next }
}

/** How many rows a facet holds, from the counters kept in each command's transaction. */
export async function countFacet(db: DeskDatabase, table: RecordTable, facet: string): Promise<number> {
  return (await db.of('counters').get(`${table}|${facet}`))?.count ?? 0
}

/** Counts of several facets at once. */
export async function countFacets(
  db: DeskDatabase,
  table: RecordTable,
  facets: string[],
): Promise<Record<string, number>> {
  const rows = await db.of('counters').bulkGet(facets.map((facet) => `${table}|${facet}`))
  return Object.fromEntries(facets.map((facet, i) => [facet, rows[i]?.count ?? 0]))
}

async function rarestFirst(db: DeskDatabase, table: RecordTable, facets: string[]): Promise<string[]> {
  if (facets.length < 2) return facets
  const counts = await countFacets(db, table, facets)
  // Facets that are not counted name one unit or one person: always the rarest.
  const size = (facet: string) => (facet.startsWith('#') ? -1 : (counts[facet] ?? 0))
  return [...facets].sort((a, b) => size(a) - size(b))
}

function hasFacet(row: Listed, facet: string): boolean {
  return row.listKeys.some((key) => key.startsWith(facet + KEY_SEPARATOR))
}

function keyIn(row: Listed, prefix: string): string {
  return row.listKeys.find((key) => key.startsWith(prefix)) ?? prefix
}
