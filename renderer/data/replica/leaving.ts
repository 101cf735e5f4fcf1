import { hangs, keepsTables, rowGoes } from '../../../shared/sync/hanging'
import type { DeskDatabase } from '../core/database'
import type { OutboxRow } from '../core/tables'
import { getStretch } from '../core/sparse'

type Row = Record<string, unknown>

/** Records in the order asked for, table by table. */
export async function rowsOf(
  db: DeskDatabase,
  places: readonly { table: string; recordId: string }[],
): Promise<(Row | undefined)[]> {
  const found = new Map<string, Map<string, Row | undefined>>()
  const tables = [...new Set(places.map(({ table }) => table))]
  await Promise.all(
    tables.map(async (table) => {
      const ids = places.flatMap((place) => (place.table === table ? [place.recordId] : []))
      const rows = await getStretch<Row>(db.table(table), ids)
      found.set(table, new Map(ids.map((id, i) => [id, rows[i]])))
    }),
  )
  return places.map(({ table, recordId }) => found.get(table)?.get(recordId))
}

/**
 * Rows of the outbox whose records leave this machine, of those whose tables do. Records are read only where they decide:
 * 附件 and 扫描件 of an office that keeps a register to its machines.
 */
export async function leavingOf(
  db: DeskDatabase,
  waiting: readonly OutboxRow[],
  notReplicated: readonly string[],
): Promise<OutboxRow[]> {
  const asked = keepsTables(notReplicated) ? waiting.filter(({ table }) => hangs(table)) : []
  if (asked.length === 0) return [...waiting]
  const rows = await rowsOf(db, asked)
  const staying = new Set(
    asked.flatMap(({ id, table }, i) => {
      const row = rows[i]
      return row && !rowGoes(table, row, notReplicated) ? [id] : []
    }),
  )
  return waiting.filter(({ id }) => !staying.has(id))
}
