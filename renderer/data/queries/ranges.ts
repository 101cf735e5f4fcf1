import type { DeskDatabase } from '../core/database'
import { KEY_SEPARATOR } from '../core/rowTraits'
import type { RecordTable, RecordTables } from '../core/tables'
import { apart } from './apart'
import { asRead } from './reading'

/** A stretch of the list index: `from` included, `to` not. */
export interface KeyRange {
  from: string
  to: string
}

/** Highest character: closes a prefix range. */
const END = '\uffff'

/** A facet, or the part of it whose sort keys lie from `from` up to, without, `to`. */
export function facetRange(facet: string, from = '', to = END): KeyRange {
  const prefix = facet + KEY_SEPARATOR
  return { from: prefix + from, to: prefix + to }
}

/** All facets of a kind from `<kind><from>` up to, without, `<kind><to>`: `#escalates:` by day. */
export function facetsBetween(kind: string, from: string, to: string): KeyRange {
  return { from: kind + from, to: kind + to }
}

/** How many rows a range holds: counted on the index alone, no row is read. */
export function countRange(db: DeskDatabase, table: RecordTable, { from, to }: KeyRange): Promise<number> {
  return db.table(table).where('listKeys').between(from, to, true, false).count()
}

/** The first rows of a range, in its order. */
export async function listRange<K extends RecordTable>(
  db: DeskDatabase,
  table: K,
  { from, to }: KeyRange,
  limit: number,
): Promise<RecordTables[K][]> {
  const rows = await db.table(table).where('listKeys').between(from, to, true, false).limit(limit).toArray()
  return (rows as RecordTables[K][]).map((row) => asRead(db, table, row))
}

/** The keys of a range, each as often as it stands there; no row is read. */
export async function keysIn(
  db: DeskDatabase,
  table: RecordTable,
  { from, to }: KeyRange,
): Promise<string[]> {
  return (await db.table(table).where('listKeys').between(from, to, true, false).keys()) as string[]
}

/** What a range shows, and the ids of the rows in it that cannot be read. */
export interface ReadRange<R> {
  rows: R[]
  unreadable: string[]
}

/**
 * The first rows of a range as `show` makes them. A damaged row, whose seal does not open or of which `show` throws, is
 * left out and named: it must not keep the others from whoever needs them (quality 6).
 */
export async function readRange<K extends RecordTable, R>(
  db: DeskDatabase,
  table: K,
  range: KeyRange,
  limit: number,
  show: (row: RecordTables[K]) => R,
): Promise<ReadRange<R>> {
  const read: ReadRange<R> = { rows: [], unreadable: [] }
  for (const { id, stored } of await rowsApart(db, table, range, limit)) {
    try {
      if (stored === null) read.unreadable.push(id)
      else read.rows.push(show(asRead(db, table, stored as RecordTables[K])))
    } catch {
      read.unreadable.push(id)
    }
  }
  return read
}

type Apart = { id: string; stored: object | null }

/** The rows all at once; where one of them fails each by itself, null for those that do. */
async function rowsApart(
  db: DeskDatabase,
  table: RecordTable,
  { from, to }: KeyRange,
  limit: number,
): Promise<Apart[]> {
  const found = () => db.table(table).where('listKeys').between(from, to, true, false).limit(limit)
  const rows = (await apart(() => found().toArray())) as { id: string }[] | null
  if (rows) return rows.map((stored) => ({ id: stored.id, stored }))
  const ids = (await found().primaryKeys()) as string[]
  const each = await Promise.all(ids.map(async (id) => ({ id, stored: await rowApart(db, table, id) })))
  return each.filter((row): row is Apart => row.stored !== undefined)
}

/** One row as it is stored; null where it is damaged, undefined where there is none. */
export async function rowApart(
  db: DeskDatabase,
  table: RecordTable,
  id: string,
): Promise<object | null | undefined> {
  return (await apart(() => db.table(table).get(id))) as object | null | undefined
}
