import type { DeskDatabase } from '../core/database'
import { KEY_SEPARATOR, orderName } from '../core/rowTraits'
import type { RecordTable } from '../core/tables'

/** A part of another order of a register: `from` is in it, `to` is not. */
export interface ListRange {
  order: string
  from: string
  to: string
}

/** Which rows a list is of: all facets hold, the row is due before `before`, and stands in `range`. */
export interface ListFilter {
  table: RecordTable
  facets: string[]
  /** Only what is due before this sort key (overdue: now). */
  before?: string | undefined
  /** A period; the list is then in its order and not by what is due. */
  range?: ListRange | undefined
}

/** A stored row with what the list index says of it. */
export type Listed = { id: string; listKeys: string[] }

/** Highest character: closes a prefix range. */
const END = '\uffff'

/** A set of so few rows is read whole where its own order is not the one asked for. */
const IN_HAND = 500

/** The part of the index that is walked, and what the rows in it must fulfil besides. */
export interface Walk {
  prefix: string
  lower: string
  upper: string
  fits: (row: Listed) => boolean
  /** True where every row of the part is wanted. */
  exact: boolean
  /** A set that is read whole and sorted, because that is less than walking the period. */
  hand: string | null
}

/** How a list is walked: the rarest facet leads and the others filter; a period leads by its own order. */
export async function planWalk(db: DeskDatabase, filter: ListFilter): Promise<Walk> {
  const { table, range, before } = filter
  // One facet leads whatever its size: its counter is not read, so that a list that is watched does not follow it.
  const alone = !range && filter.facets.length < 2
  const sized = alone
    ? filter.facets.map((facet) => ({ facet, size: 0 }))
    : await rarestFirst(db, table, filter.facets)
  if (!range) {
    const [lead, ...others] = sized.length > 0 ? sized : [{ facet: 'all', size: 0 }]
    const prefix = (lead?.facet ?? 'all') + KEY_SEPARATOR
    const names = others.map(({ facet }) => facet)
    const upper = prefix + (before ?? END)
    return { prefix, lower: prefix, upper, fits: inAll(names), exact: names.length === 0, hand: null }
  }
  const prefix = orderName(range.order) + KEY_SEPARATOR
  const names = sized.map(({ facet }) => facet)
  const rarest = sized[0]
  const inFacets = inAll(names)
  return {
    prefix,
    lower: prefix + range.from,
    upper: prefix + range.to,
    fits: (row) => inFacets(row) && (before === undefined || isDue(row, before)),
    exact: names.length === 0 && before === undefined,
    hand: rarest && rarest.size <= IN_HAND ? rarest.facet + KEY_SEPARATOR : null,
  }
}

/** The key by which a row stands in a walked part of the index. */
export function keyIn(row: Listed, prefix: string): string {
  return row.listKeys.find((key) => key.startsWith(prefix)) ?? prefix
}

/** Every row of a part that a small set holds, in the part's order. */
export async function rowsInHand(db: DeskDatabase, table: RecordTable, walk: Walk): Promise<Listed[]> {
  const held = (await db
    .table(table)
    .where('listKeys')
    .between(walk.hand, walk.hand + END)
    .toArray()) as Listed[]
  const keyed = held.filter(walk.fits).map((row) => ({ row, key: keyIn(row, walk.prefix) }))
  return keyed
    .filter(({ key }) => key >= walk.lower && key < walk.upper)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row)
}

/** The index entries of one facet, or of a period, or of what is due before a sort key. */
export function entriesOf(db: DeskDatabase, table: RecordTable, prefix: string, to = END) {
  return db
    .table(table)
    .where('listKeys')
    .between(prefix, prefix + to, false, false)
}

async function rarestFirst(
  db: DeskDatabase,
  table: RecordTable,
  facets: string[],
): Promise<{ facet: string; size: number }[]> {
  const rows = await db.of('counters').bulkGet(facets.map((facet) => `${table}|${facet}`))
  // Facets that are not counted name one unit: always the rarest.
  const size = (facet: string, i: number) => (facet.startsWith('#') ? -1 : (rows[i]?.count ?? 0))
  return facets.map((facet, i) => ({ facet, size: size(facet, i) })).sort((a, b) => a.size - b.size)
}

function inAll(facets: readonly string[]): (row: Listed) => boolean {
  const prefixes = facets.map((facet) => facet + KEY_SEPARATOR)
  return (row) => prefixes.every((prefix) => row.listKeys.some((key) => key.startsWith(prefix)))
}

function isDue(row: Listed, before: string): boolean {
  const prefix = `all${KEY_SEPARATOR}`
  return keyIn(row, prefix) < prefix + before
}
