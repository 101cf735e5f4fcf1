import { kindOfEntry, type LogKind } from '../../../shared/domain/privacy/access'
import type { Instant } from '../../../shared/util/instant'
import type { Span } from '../../../shared/util/months'
import type { DeskDatabase } from '../core/database'
import { isRecordTable } from '../core/tables'
import { auditWithin } from './auditByTime'
import { readerMay } from './reading'

/** One line of 访问记录. */
export interface AccessEntry {
  opId: string
  at: Instant
  who: string
  kind: LogKind
  table: string
  id: string
  /** Number of the record; '' where it has none or was a list. */
  number: string
  /** How many records, where a list went out. */
  count: number | null
  /** Words of the filter of an export. */
  filter: string
}

/** Who read or took away what in a span, newest first; empty for who may not see it (`privacy.log`, domain 13). */
export async function accessLog(db: DeskDatabase, span: Span): Promise<AccessEntry[]> {
  if (!readerMay(db, 'privacy.log')) return []
  const found: AccessEntry[] = []
  for await (const rows of auditWithin(db, span)) {
    const telling = rows.filter(({ command }) => kindOfEntry(command) !== null)
    const details = await db.of('auditDetails').bulkGet(telling.map(({ opId }) => opId))
    for (const [i, { opId, at, command, refs, userId }] of telling.entries()) {
      const kind = kindOfEntry(command)
      if (!kind) continue
      const detail = details[i]
      const [change] = detail?.changes ?? []
      const table = change?.table ?? refs[0]?.table ?? ''
      const id = change && change.id !== '*' ? change.id : ''
      const field = (...paths: string[]) => change?.fields.find(({ path }) => paths.includes(path))?.after
      const count = field('exported', 'read', 'count', 'records')
      found.push({
        opId,
        at,
        who: detail?.userName || (await nameOf(db, userId)),
        kind,
        table,
        id,
        number: refs[0]?.number ?? (await numberOf(db, table, id)),
        count: typeof count === 'number' ? count : refs.length > 1 ? refs.length : null,
        filter: String(field('filter') ?? ''),
      })
    }
  }
  return found.toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

async function nameOf(db: DeskDatabase, userId: string): Promise<string> {
  return (await db.of('users').get(userId))?.name ?? ''
}

async function numberOf(db: DeskDatabase, table: string, id: string): Promise<string> {
  if (id === '' || !isRecordTable(table)) return ''
  const row: { number?: string } | undefined = await db.table(table).get(id)
  return row?.number ?? ''
}
