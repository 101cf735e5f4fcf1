import type { DeskDatabase } from '../core/database'
import { listKeysOf, searchDocOf, withoutListKeys } from '../core/rowTraits'
import { RECORD_TABLES, type RecordTable } from '../core/tables'
import { facetRange, rowApart } from '../queries/ranges'
import type { Finding } from './types'

type Row = Record<string, unknown>

/** Rows a portion: none of the desk's own work waits long. */
const PORTION = 500

/** Numbers that a finding names. */
const NAMED = 5

/**
 * Looks for rows that cannot be read: all of them only where `thorough`, otherwise those that wait for something, which
 * 今日 shows. A row is read as every list does it; nothing is compared with what it should say.
 */
export async function checkRows(db: DeskDatabase, thorough: boolean): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const table of RECORD_TABLES) {
    const names: string[] = []
    let count = 0
    for await (const ids of thorough ? allIds(db, table) : openIds(db, table)) {
      for (const { id, row } of await damagedAmong(db, table, ids)) {
        count += 1
        if (names.length < NAMED) names.push(typeof row?.['number'] === 'string' ? row['number'] : id)
      }
    }
    if (count > 0) findings.push({ kind: 'rows', table, names, count })
  }
  return findings
}

async function* allIds(db: DeskDatabase, table: RecordTable): AsyncGenerator<string[]> {
  for (let after: string | null = null; ; ) {
    const from = after === null ? db.table(table).toCollection() : db.table(table).where(':id').above(after)
    const ids = (await from.limit(PORTION).primaryKeys()) as string[]
    if (ids.length > 0) yield ids
    if (ids.length < PORTION) return
    after = ids.at(-1) ?? null
  }
}

async function* openIds(db: DeskDatabase, table: RecordTable): AsyncGenerator<string[]> {
  const { schema } = db.table(table)
  if (!schema.idxByName['listKeys']) return
  const { from, to } = facetRange('open')
  const ids = await db
    .table(table)
    .where('listKeys')
    .between(from, to, true, false)
    .limit(PORTION)
    .primaryKeys()
  if (ids.length > 0) yield ids as string[]
}

async function damagedAmong(
  db: DeskDatabase,
  table: RecordTable,
  ids: string[],
): Promise<{ id: string; row: Row | null }[]> {
  const rows = await rowsOf(db, table, ids)
  return ids.flatMap((id, at) => {
    const row = rows[at]
    // Removed meanwhile.
    if (row === undefined) return []
    return row === null || !isReadable(table, row) ? [{ id, row }] : []
  })
}

/** All at once; where one of them fails each by itself, null for those that do. */
async function rowsOf(
  db: DeskDatabase,
  table: RecordTable,
  ids: string[],
): Promise<(Row | null | undefined)[]> {
  try {
    return (await db.table(table).bulkGet(ids)) as (Row | undefined)[]
  } catch {
    return Promise.all(ids.map((id) => rowApart(db, table, id) as Promise<Row | null | undefined>))
  }
}

function isReadable(table: RecordTable, stored: Row): boolean {
  const row = withoutListKeys(stored)
  try {
    listKeysOf(table, row)
    searchDocOf(table, row)
    return true
  } catch {
    return false
  }
}
