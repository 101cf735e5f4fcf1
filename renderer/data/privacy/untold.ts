import type { DeskDatabase } from '../core/database'
import type { AuditRow } from '../core/tables'

/** Rows that stay when a record is erased, and whose entries lose their words with it: see `eraseRecords`. */
const BESIDE = new Set(['monthSeals', 'monthReviews', 'visitMonths', 'returnRounds', 'shelfCounts'])

/**
 * Of `entries`, those whose detail is gone although nothing that they wrote was erased by law (domain 13): a damage, for
 * an entry and its detail are written in one transaction. Keys alone are read, in one stretch: operations are numbered by
 * time, so that those of neighbouring entries lie together.
 */
export async function withoutDetail(db: DeskDatabase, entries: readonly AuditRow[]): Promise<AuditRow[]> {
  const opIds = entries.map(({ opId }) => opId).sort()
  const [first, last] = [opIds[0], opIds.at(-1)]
  if (first === undefined || last === undefined) return []
  const keys = await db.of('auditDetails').where('opId').between(first, last, true, true).primaryKeys()
  const held = new Set<unknown>(keys)
  const gone = entries.filter(({ opId }) => !held.has(opId))
  if (gone.length === 0) return []
  const erased = new Set((await db.of('erasures').toArray()).map(({ recordId }) => recordId))
  return gone.filter((entry) => !isErased(entry, erased))
}

function isErased({ refIds, refs }: AuditRow, erased: ReadonlySet<string>): boolean {
  if (erased.size === 0) return false
  return refIds.some((id) => erased.has(id)) || refs.some(({ table }) => BESIDE.has(table))
}
