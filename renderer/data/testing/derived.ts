import { expect } from 'vitest'
import { isTravelling, TABLE_SCHEMAS } from '../../../shared/schema/tables'
import type { DeskDatabase } from '../core/database'
import { countersOf, listKeysOf, searchDocOf, withoutListKeys } from '../core/rowTraits'
import { RECORD_TABLES, type SearchDoc } from '../core/tables'

/** Counters, list keys and search documents are what the rows say: nothing is missing, nothing is left over. */
export async function expectDerived(db: DeskDatabase): Promise<void> {
  const counts = new Map<string, number>()
  const docs: SearchDoc[] = []
  const bump = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const table of RECORD_TABLES) {
    const rows: Record<string, unknown>[] = await db.table(table).toArray()
    for (const row of rows) {
      const plain = withoutListKeys(row)
      bump(`${table}|rows`)
      for (const name of countersOf(table, plain)) bump(`${table}|${name}`)
      expect(row['listKeys']).toEqual(listKeysOf(table, plain))
      const doc = searchDocOf(table, plain)
      if (doc) docs.push(doc)
    }
  }
  const kept = (await db.of('counters').toArray()).filter(({ count }) => count !== 0)
  expect(new Map(kept.map(({ id, count }) => [id, count]))).toEqual(counts)
  expect(await db.of('searchDocs').toArray()).toEqual(docs.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
}

/** Every row is as the validator of its table has it, so that another machine, a restore and a recovery take it. */
export async function expectValid(db: DeskDatabase): Promise<void> {
  for (const table of RECORD_TABLES) {
    if (!isTravelling(table)) continue
    const rows: Record<string, unknown>[] = await db.table(table).toArray()
    for (const row of rows) {
      const { error } = TABLE_SCHEMAS[table].safeParse(withoutListKeys(row))
      expect(error?.issues, `${table} ${String(row['id'])}`).toBeUndefined()
    }
  }
}
