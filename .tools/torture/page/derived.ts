import type { DeskDatabase } from '../../../renderer/data/core/database'
import { countersOf, listKeysOf, searchDocOf, withoutListKeys } from '../../../renderer/data/core/rowTraits'
import { RECORD_TABLES } from '../../../renderer/data/core/tables'
import { canonicalJson } from '../../../shared/util/canonicalJson'
import { loadPinyin } from '../../../shared/util/pinyin'

/** Counters, list keys and search documents have to be what the rows say. */
export async function derivedProblems(db: DeskDatabase): Promise<string[]> {
  await loadPinyin()
  const problems: string[] = []
  const counts = new Map<string, number>()
  const bump = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  const docs = new Map((await db.of('searchDocs').toArray()).map((doc) => [doc.id, doc]))
  for (const table of RECORD_TABLES) {
    const rows: Record<string, unknown>[] = await db.table(table).toArray()
    for (const row of rows) {
      const plain = withoutListKeys(row)
      const id = String(row['id'])
      bump(`${table}|rows`)
      for (const name of countersOf(table, plain)) bump(`${table}|${name}`)
      if (!same(row['listKeys'], listKeysOf(table, plain))) problems.push(`${table} ${id}: other list keys`)
      const doc = searchDocOf(table, plain)
      if (doc && !same(docs.get(id), doc)) problems.push(`${table} ${id}: another search document`)
      docs.delete(id)
    }
  }
  for (const { id, count } of await db.of('counters').toArray()) {
    if (count !== (counts.get(id) ?? 0)) problems.push(`${id} counts ${count} of ${counts.get(id) ?? 0}`)
    counts.delete(id)
  }
  problems.push(...[...counts].map(([id, count]) => `${id} is not counted: ${count}`))
  return [...problems, ...[...docs.keys()].map((id) => `search document ${id} has no row`)]
}

function same(one: unknown, other: unknown): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null)
}
