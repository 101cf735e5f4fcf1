import { may, type Permission } from '../../../shared/domain/office/permissions'
import type { DeskDatabase } from '../core/database'
import { traitsOf, withoutListKeys } from '../core/rowTraits'
import type { RecordTable, RecordTables } from '../core/tables'
import type { Reader } from '../core/traits/types'

type Row = Record<string, unknown>

/** Nobody is signed in: sees least. */
const NOBODY: Reader = { userId: '', role: 'viewer' }

/** Whether whoever is signed in may do this; a query that is for those alone hands out nothing to others (domain 1). */
export function readerMay(db: DeskDatabase, permission: Permission): boolean {
  return may((db.reader() ?? NOBODY).role, permission)
}

/** A stored row as whoever is signed in sees it (domain 7, 13): the only way out of the tables for a screen. */
export function asRead<K extends RecordTable>(
  db: DeskDatabase,
  table: K,
  stored: RecordTables[K],
): RecordTables[K] {
  const row = withoutListKeys(stored)
  const { reading } = traitsOf(table)
  if (!reading) return row
  return reading.see(row as unknown as Row, db.reader() ?? NOBODY) as unknown as RecordTables[K]
}

/**
 * A version of a row that is kept elsewhere than in its table (待核对), as whoever is signed in sees it there; `hidden`
 * names the fields of which they do not see all, `whole` that they read none of it.
 */
export function asReadElsewhere(
  db: DeskDatabase,
  table: RecordTable,
  version: Row,
): { row: Row; hidden: string[]; whole: boolean } {
  const { reading } = traitsOf(table)
  if (!reading) return { row: version, hidden: [], whole: false }
  const reader = db.reader() ?? NOBODY
  const row = reading.see(version, reader)
  const hidden = Object.keys(version).filter((key) => row[key] !== version[key])
  return { row, hidden, whole: !reading.whole(version, reader) }
}

/** What a reader does not see of a record: nothing of it at all, some fields, or the scans of some forms. */
export interface Hidden {
  whole: boolean
  /** Not even that there is such a row; it is then left out wherever it would be named. */
  secretly: boolean
  fields: readonly string[]
  forms: readonly string[]
}

/** What of a record is hidden from whoever is signed in; null where nothing can be. */
export async function hiddenOf(db: DeskDatabase, table: RecordTable, id: string): Promise<Hidden | null> {
  const { reading } = traitsOf(table)
  const row = reading && ((await db.table(table).get(id)) as Row | undefined)
  if (!reading || !row) return null
  const reader = db.reader() ?? NOBODY
  const seen = reading.see(row, reader)
  const whole = !reading.whole(row, reader)
  return {
    whole,
    secretly: whole && reading.secretly === true,
    fields: Object.keys(row).filter((key) => seen[key] !== row[key]),
    forms: reading.hiddenForms?.(row, reader) ?? [],
  }
}
