import { filesNamedBy } from '../../../shared/schema/backupFiles'
import type { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'
import { type AnyTable, RECORD_TABLES } from '../core/tables'

type Row = Record<string, unknown>

/** What a backup holds of the database; everything else is made from it, or belongs to this machine alone. */
export const BACKUP_TABLES: readonly AnyTable[] = [
  ...RECORD_TABLES,
  'audit',
  'auditDetails',
  'agreed',
  'outbox',
]

/** Characters of a portion, of which most are a byte or three: below the 4 MB that the format names. */
const PORTION_CHARS = 1_300_000

/** Rows read at once: a read short enough that neither a save waits for it nor typing stumbles. */
const ROWS = 250

/** What has gone into the backup so far. */
export class RowsWritten {
  readonly rows: Record<string, number> = {}
  /** SHA-256 of the files that rows name. */
  readonly files = new Set<string>()

  add(table: AnyTable, rows: readonly Row[]): void {
    this.rows[table] = (this.rows[table] ?? 0) + rows.length
    for (const row of rows) for (const sha256 of filesNamedBy(table, row)) this.files.add(sha256)
  }
}

/** A part of a table, one row a line. */
export interface TablePortion {
  content: string
  rows: number
  /** From 1. */
  portion: number
}

/**
 * A table by key, in portions; each read is a transaction of its own, so that saves go on between them. Rows are as the
 * rules know them.
 */
export async function* readTable(
  db: DeskDatabase,
  name: AnyTable,
  written: RowsWritten,
): AsyncGenerator<TablePortion> {
  let lines: string[] = []
  let chars = 0
  let portion = 0
  const whole = (): TablePortion => ({ content: lines.join(''), rows: lines.length, portion: (portion += 1) })
  for await (const rows of readByKey(db, name)) {
    written.add(name, rows)
    for (const row of rows) {
      const line = `${JSON.stringify(withoutListKeys(row))}\n`
      if (chars > 0 && chars + line.length > PORTION_CHARS) {
        yield whole()
        lines = []
        chars = 0
      }
      lines.push(line)
      chars += line.length
    }
  }
  if (lines.length > 0) yield whole()
}

async function* readByKey(db: DeskDatabase, name: AnyTable): AsyncGenerator<Row[]> {
  const table = db.table<Row>(name)
  const { keyPath } = table.schema.primKey
  let after: unknown = null
  for (;;) {
    const from = after === null ? table.toCollection() : table.where(':id').above(after)
    const rows = await from.limit(ROWS).toArray()
    if (rows.length > 0) yield rows
    if (rows.length < ROWS) return
    after = keyOf(rows.at(-1) ?? {}, keyPath)
  }
}

function keyOf(row: Row, path: string | string[] | null | undefined): unknown {
  return Array.isArray(path) ? path.map((part) => row[part]) : row[String(path)]
}
