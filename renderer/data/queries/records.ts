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
  /** Who did it; known also where the detail was erased or is withheld, '' where nobody knows the user. */
  userName: string
}

/** What is hidden of every row that a timeline names, by table and id; read once each. */
type Known = Map<string, Promise<Hidden | null>>

/**
 * Audit entries that name the record. Old and new values that the reader may not see are left out, and so is what was
 * done to a row beside it that the reader is not told of (domain 7, 8, 13).
 */
export async function timelineOf(db: DeskDatabase, id: string, table?: string): Promise<TimelineEntry[]> {
  const named = await db.of('audit').where('refIds').equals(id).toArray()
  const entries = named.filter(({ refs }) => isOf(refs, id, table))
  // Entries of several machines: by the clock, then by each machine's own order.
  entries.sort((a, b) => (a.at === b.at ? b.seq - a.seq : a.at < b.at ? 1 : -1))
  const details = await db.of('auditDetails').bulkGet(entries.map((entry) => entry.opId))
  const known: Known = new Map()
  const shown = await Promise.all(entries.map((entry, i) => shownEntry(db, id, entry, details[i], known)))
  return shown.filter((entry) => entry !== null)
}

/** Whether an entry is about the record: what is named by its month has the same id in several tables. */
function isOf(refs: AuditEntry['refs'], id: string, table: string | undefined): boolean {
  return table === undefined || refs.some((ref) => ref.id === id && ref.table === table)
}

async function shownEntry(
  db: DeskDatabase,
  recordId: string,
  entry: AuditEntry,
  detail: AuditDetail | undefined,
  known: Known,
): Promise<TimelineEntry | null> {
  const hidden = new Map<string, Hidden | null>()
  for (const ref of entry.refs) hidden.set(keyOf(ref), await hiddenIn(db, ref, known))
  const refs = entry.refs.filter((ref) => !hidden.get(keyOf(ref))?.secretly)
  if (refs.length === 0 && entry.refs.length > 0) return null
  const userName = detail?.userName || ((await db.of('users').get(entry.userId))?.name ?? '')
  return { entry: { ...entry, refs }, detail: shownDetail(recordId, refs, detail, hidden), userName }
}

function shownDetail(
  recordId: string,
  refs: AuditEntry['refs'],
  detail: AuditDetail | undefined,
  hidden: ReadonlyMap<string, Hidden | null>,
): AuditDetail | null {
  if (!detail) return null
  const withheld = refs.filter((ref) => hidden.get(keyOf(ref))?.whole)
  // What an entry says of its other records might tell of the one that is withheld.
  if (withheld.length > 0) {
    return withheld.some(({ id }) => id === recordId) ? null : { ...detail, reason: '', changes: [] }
  }
  const told = detail.changes.filter((change) => !hidden.get(keyOf(change))?.secretly)
  return {
    ...detail,
    changes: told.map((change) => ({
      ...change,
      fields: change.fields.filter(
        ({ path }) => !hidden.get(keyOf(change))?.fields.includes(path.split('.')[0] ?? ''),
      ),
    })),
  }
}

/** A row beside a record has the record's id: the table belongs to its name. */
function keyOf({ table, id }: { table: string; id: string }): string {
  return `${table}/${id}`
}

/** Read once a timeline: its entries mostly name the same records. */
function hiddenIn(db: DeskDatabase, ref: AuditEntry['refs'][number], known: Known): Promise<Hidden | null> {
  const { table, id } = ref
  const before = known.get(keyOf(ref))
  if (before) return before
  const found = isRecordTable(table) ? hiddenOf(db, table, id) : Promise.resolve(null)
  known.set(keyOf(ref), found)
  return found
}
