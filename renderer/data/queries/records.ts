import type { AuditDetail, AuditEntry } from '../../../shared/domain/audit/types'
import type { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'
import type { RecordTable, RecordTables } from '../core/tables'

/** One record by id. */
export async function getRecord<K extends RecordTable>(
  db: DeskDatabase,
  table: K,
  id: string,
): Promise<RecordTables[K] | null> {
  const row = (await db.of(table).get(id)) as RecordTables[K] | undefined
  return row ? withoutListKeys(row) : null
}

/** Records by ids, in their order; missing ones are left out. */
export async function getRecords<K extends RecordTable>(
  db: DeskDatabase,
  table: K,
  ids: string[],
): Promise<RecordTables[K][]> {
  const rows = (await db.of(table).bulkGet(ids)) as (RecordTables[K] | undefined)[]
  return rows.flatMap((row) => (row ? [withoutListKeys(row)] : []))
}

/** What happened to a record, newest first, with old and new values (domain 10). */
export interface TimelineEntry {
  entry: AuditEntry
  detail: AuditDetail | null
}

/** Audit entries that name the record. */
export async function timelineOf(db: DeskDatabase, id: string): Promise<TimelineEntry[]> {
  const entries = await db.of('audit').where('refIds').equals(id).toArray()
  // Entries of several machines: by the clock, then by each machine's own order.
  entries.sort((a, b) => (a.at === b.at ? b.seq - a.seq : a.at < b.at ? 1 : -1))
  const details = await db.of('auditDetails').bulkGet(entries.map((entry) => entry.opId))
  return entries.map((entry, i) => ({ entry, detail: details[i] ?? null }))
}
