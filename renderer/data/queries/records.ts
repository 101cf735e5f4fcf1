import type { AuditDetail, AuditEntry } from '../../../shared/domain/audit/types'
import type { DeskDatabase } from '../core/database'
import { isRecordTable, type RecordTable, type RecordTables } from '../core/tables'
import { asRead, type Hidden, hiddenOf } from './reading'

/** One record by id, as whoever is signed in sees it. */
export async function getRecord<K extends RecordTable>(
  db: DeskDatabase,
  table: K,
  id: string,
): Promise<RecordTables[K] | null> {
  const row = (await db.of(table).get(id)) as RecordTables[K] | undefined
  return row ? asRead(db, table, row) : null
}

/** Records by ids, in their order; missing ones are left out. */
export async function getRecords<K extends RecordTable>(
  db: DeskDatabase,
  table: K,
  ids: string[],
): Promise<RecordTables[K][]> {
  const rows = (await db.of(table).bulkGet(ids)) as (RecordTables[K] | undefined)[]
  return rows.flatMap((row) => (row ? [asRead(db, table, row)] : []))
}

/** What happened to a record, newest first, with old and new values (domain 10). */
export interface TimelineEntry {
  entry: AuditEntry
  detail: AuditDetail | null
}

/** Audit entries that name the record. Old and new values that the reader may not see are left out (domain 7, 13). */
export async function timelineOf(db: DeskDatabase, id: string): Promise<TimelineEntry[]> {
  const entries = await db.of('audit').where('refIds').equals(id).toArray()
  // Entries of several machines: by the clock, then by each machine's own order.
  entries.sort((a, b) => (a.at === b.at ? b.seq - a.seq : a.at < b.at ? 1 : -1))
  const details = await db.of('auditDetails').bulkGet(entries.map((entry) => entry.opId))
  const known = new Map<string, Promise<Hidden | null>>()
  return Promise.all(
    entries.map(async (entry, i) => ({ entry, detail: await shownDetail(db, id, entry, details[i], known) })),
  )
}

async function shownDetail(
  db: DeskDatabase,
  recordId: string,
  { refs }: AuditEntry,
  detail: AuditDetail | undefined,
  known: Map<string, Promise<Hidden | null>>,
): Promise<AuditDetail | null> {
  if (!detail) return null
  const hidden = await Promise.all(refs.map(async (ref) => [ref.id, await hiddenIn(db, ref, known)] as const))
  // What an entry says of its other records might tell of the one that is withheld.
  if (hidden.some(([, one]) => one?.whole)) {
    return hidden.some(([id, one]) => id === recordId && one?.whole)
      ? null
      : { ...detail, reason: '', changes: [] }
  }
  const fields = new Map(hidden.map(([id, one]) => [id, one?.fields ?? []]))
  return {
    ...detail,
    changes: detail.changes.map((change) => ({
      ...change,
      fields: change.fields.filter(({ path }) => !fields.get(change.id)?.includes(path.split('.')[0] ?? '')),
    })),
  }
}

/** Read once a timeline: its entries mostly name the same records. */
function hiddenIn(
  db: DeskDatabase,
  { table, id }: AuditEntry['refs'][number],
  known: Map<string, Promise<Hidden | null>>,
): Promise<Hidden | null> {
  const before = known.get(id)
  if (before) return before
  const found = isRecordTable(table) ? hiddenOf(db, table, id) : Promise.resolve(null)
  known.set(id, found)
  return found
}
