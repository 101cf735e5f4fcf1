import type { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'
import { isRecordTable, type OutboxRow } from '../core/tables'

type Row = Record<string, unknown>

/** A record of which somebody who is no machine of the office changed the document: its place, and its revision there. */
export interface Foreign {
  /** As in the outbox. */
  id: string
  rev: string
}

/**
 * Records that stand here are to be sent over what a foreign hand made of them on the server: head office reads there.
 * Nothing of it is taken, and what is known of the record stays. Answers how many.
 */
export async function overwrite(db: DeskDatabase, foreign: readonly Foreign[]): Promise<number> {
  const known = foreign
    .map((one) => ({ ...one, ...placeOf(one.id) }))
    .filter(({ table }) => isRecordTable(table))
  if (known.length === 0) return 0
  const tables = [...new Set(['outbox', 'agreed', 'meta', ...known.map(({ table }) => table)])]
  return db.transaction('rw', tables, async () => {
    const ids = known.map(({ id }) => id)
    const [waiting, agreed] = await Promise.all([db.of('outbox').bulkGet(ids), db.of('agreed').bulkGet(ids)])
    const rows = await Promise.all(known.map(({ table, recordId }) => db.table<Row>(table).get(recordId)))
    const seq = ((await db.of('meta').get('chain'))?.value as { seq: number } | undefined)?.seq ?? 0
    const here = known.flatMap((one, i) => {
      const row = rows[i]
      return row ? [{ ...one, row, out: waiting[i], known: agreed[i] ?? { seen: {} } }] : []
    })
    await db.of('agreed').bulkPut(here.map(({ id, rev, known: before }) => ({ ...before, id, rev })))
    const again = here.flatMap(({ id, table, recordId, row, out }): OutboxRow[] =>
      out ? [] : [{ id, table, recordId, seq, vector: {}, base: withoutListKeys(row) }],
    )
    await db.of('outbox').bulkPut(again)
    return here.length
  })
}

function placeOf(id: string): { table: string; recordId: string } {
  const [table = '', ...rest] = id.split('|')
  return { table, recordId: rest.join('|') }
}
