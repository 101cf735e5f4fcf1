import { SYNC_TABLES } from '../../../shared/sync/travel'
import type { DeskDatabase } from '../core/database'
import { isRecordTable } from '../core/tables'

/** How many records of each table wait for head office's server; tables without any are left out. */
export async function waitingByTable(db: DeskDatabase): Promise<{ table: string; count: number }[]> {
  const counts = await Promise.all(
    SYNC_TABLES.map((table) => db.of('outbox').where('id').between(`${table}|`, `${table}|\uffff`).count()),
  )
  return SYNC_TABLES.flatMap((table, i) => (counts[i] ? [{ table, count: counts[i] }] : []))
}

/** The number of a record; '' where it has none or is not here. */
export async function numberOf(db: DeskDatabase, table: string, id: string): Promise<string> {
  if (!isRecordTable(table)) return ''
  const row = (await db.of(table).get(id)) as { number?: unknown } | undefined
  return typeof row?.number === 'string' ? row.number : ''
}
