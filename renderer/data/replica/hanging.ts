import type { Dispute } from '../../../shared/domain/dispute/types'
import { recordDigest } from '../../../shared/domain/monthReview/seal'
import { disputeWithout } from '../../../shared/domain/privacy/beside'
import { eraseRow } from '../../../shared/domain/privacy/erase'
import { ERASING, isErasable } from '../../../shared/domain/privacy/registers'
import { type Erasable, type Erasure, placeId } from '../../../shared/domain/privacy/types'
import type { SyncTable } from '../../../shared/sync/travel'
import type { CommandTx } from '../core/commandTx'

type Row = Record<string, unknown>

/** A row without its words, and what the list of erasures says of it; null where it lists no such rows. */
export interface Silent {
  row: Row
  erasure: Erasure | null
}

/** Where the record stands that a row hangs on; null of a row that hangs on none. */
function recordOf(table: SyncTable, row: Row): { table: unknown; id: unknown } | null {
  if (table === 'attachments' || table === 'disputes') return { table: row['table'], id: row['recordId'] }
  if (table === 'visitNotes') return { table: 'visits', id: row['id'] }
  if (table === 'corrections') return row['target'] as { table: string; id: string }
  const filed = table === 'scans' ? (row['filed'] as { table: string; recordId: string } | null) : null
  return filed && { table: filed.table, id: filed.recordId }
}

/**
 * Rows that hang on a record erased by law and came in later, as they are to stand, by place in `rows`: who wrote them
 * did not know yet (domain 13). The same on every machine, so that all may tell the server.
 */
export async function hangingOnErased(
  tx: CommandTx,
  table: SyncTable,
  rows: readonly Row[],
): Promise<Map<number, Silent>> {
  const places = rows.map((row) => {
    const record = recordOf(table, row)
    return record ? placeId(String(record.table), String(record.id)) : ''
  })
  const asked = [...new Set(places)].filter((place) => place !== '')
  if (asked.length === 0) return new Map()
  const found = await tx.query((db) => db.of('erasures').bulkGet(asked))
  const erasures = new Map(found.flatMap((one): [string, Erasure][] => (one ? [[one.id, one]] : [])))
  return new Map(
    rows.flatMap((row, i): [number, Silent][] => {
      const erasure = erasures.get(places[i] ?? '')
      const left = erasure ? leftOf(table, row, erasure) : null
      return left ? [[i, left]] : []
    }),
  )
}

function leftOf(table: SyncTable, row: Row, erasure: Erasure): Silent | null {
  const { at, by, basis, byUserId, recordId } = erasure
  if (table === 'disputes') {
    const about = { ids: new Set([recordId]), numbers: new Set<string>() }
    const left = disputeWithout(row as unknown as Dispute, about, erasure)
    return left && { row: { ...left }, erasure: null }
  }
  if (!isErasable(table)) return null
  const before = row as Row & Erasable
  const left = eraseRow(before, ERASING[table], { at, by, basis })
  if (left === before) return null
  const id = String(row['id'])
  const digest = recordDigest(left)
  return {
    row: left,
    erasure: { id: placeId(table, id), table, recordId: id, at, byUserId, by, basis, digest },
  }
}
