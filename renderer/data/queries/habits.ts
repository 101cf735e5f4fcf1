import type { Phrase } from '../../../shared/domain/office/phrase'
import type { DeskDatabase } from '../core/database'
import type { RecordTable, RecordTables } from '../core/tables'
import { asRead } from './reading'

/** 常用语 of a field, the newest first. */
export async function phrasesOf(db: DeskDatabase, field: string): Promise<Phrase[]> {
  const phrases = await db.of('phrases').where('field').equals(field).toArray()
  return phrases
    .filter(({ voided }) => voided === null)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
}

/** How many records back the last entries are looked for: some weeks of a desk. */
const LOOKED_AT = 150

/** Tables whose rows have a number, which is an index of theirs. */
type Numbered = { [K in RecordTable]: RecordTables[K] extends { number: string } ? K : never }[RecordTable]

/**
 * What was last written in a field, the most frequent first and the newest among equals: offered while typing, so
 * that nobody writes 维修班 and 工程维修班 for the same people.
 * @param read the field's texts in one record; '' counts for nothing.
 */
export async function lastEntries<K extends Numbered>(
  db: DeskDatabase,
  table: K,
  read: (row: RecordTables[K]) => readonly string[],
): Promise<string[]> {
  const rows = (await db
    .of(table)
    .orderBy('number')
    .reverse()
    .limit(LOOKED_AT)
    .toArray()) as RecordTables[K][]
  const counts = new Map<string, number>()
  for (const text of rows.flatMap((row) => read(asRead(db, table, row)))) {
    const entry = text.trim()
    if (entry !== '') counts.set(entry, (counts.get(entry) ?? 0) + 1)
  }
  // A Map keeps the order of insertion, newest first, and sorting is stable.
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([entry]) => entry)
}
