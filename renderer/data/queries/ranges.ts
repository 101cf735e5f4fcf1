import type { DeskDatabase } from '../core/database'
import { KEY_SEPARATOR } from '../core/rowTraits'
import type { RecordTable, RecordTables } from '../core/tables'
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
