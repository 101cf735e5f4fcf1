import type { MonthView } from '../../../shared/domain/month/view'
import { recordDigest } from '../../../shared/domain/monthReview/seal'
import type { SpotCandidate } from '../../../shared/domain/monthReview/spotCheck'
import type { SealedChain, SealedRecord } from '../../../shared/domain/monthReview/types'
import type { Instant } from '../../../shared/util/instant'
import { chainDevices } from '../core/chainDevices'
import type { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'
import type { RecordTables } from '../core/tables'
import { factsOf, FLOWING, type FlowingTable } from './monthView'

/** Tables of what a month signs: its records, the month of its visits, and the review itself. */
type SignedTable = FlowingTable | 'visitMonths' | 'monthReviews'

/** A record of a month, in short. */
export interface MonthRecord extends SpotCandidate {
  updatedAt: Instant
}

/** The records of a month: all that were open in it. A reserved number says nothing yet. */
export function recordsIn(view: MonthView): MonthRecord[] {
  return FLOWING.flatMap((table) => recordsOf(view, table))
}

function recordsOf<K extends FlowingTable>(view: MonthView, table: K): MonthRecord[] {
  const facts = factsOf(table)
  return view
    .rowsOf(table)
    .filter((row) => facts.begunAt(row) !== null)
    .map(({ id, number, updatedAt }) => ({ table, id, number, updatedAt }))
}

/** Which records a month consists of, by table: its records, the month of its visits and its review. */
export function recordsOfMonth(view: MonthView): { table: SignedTable; ids: string[] }[] {
  const ofMonth = view.rowsOf('visitMonths').map(({ id }) => id)
  return [
    ...FLOWING.map((table) => ({ table, ids: recordsOf(view, table).map(({ id }) => id) })),
    { table: 'visitMonths', ids: ofMonth },
    { table: 'monthReviews', ids: view.month === null ? [] : [view.month] },
  ]
}

/** The records of a month with the digests of what is stored: nobody's reading of them is signed. */
export async function sealedRecords(db: DeskDatabase, view: MonthView): Promise<SealedRecord[]> {
  const parts = await Promise.all(
    recordsOfMonth(view).map(async ({ table, ids }) => {
      const rows = (await db.of(table).bulkGet(ids)) as (RecordTables[SignedTable] | undefined)[]
      return rows.flatMap((row) => (row ? [sealedRecord(table, row)] : []))
    }),
  )
  return parts.flat()
}

function sealedRecord(table: SignedTable, row: RecordTables[SignedTable]): SealedRecord {
  const { id, number, rev } = row
  return { table, id, number, rev, digest: recordDigest(withoutListKeys(row)) }
}

/** The end of every device's chain. */
export async function chainEnds(db: DeskDatabase): Promise<SealedChain[]> {
  const ends: SealedChain[] = []
  for (const deviceId of await chainDevices(db)) {
    const last = await db
      .of('audit')
      .where('[deviceId+seq]')
      .between([deviceId, 0], [deviceId, Number.MAX_SAFE_INTEGER])
      .last()
    if (last) ends.push({ deviceId, seq: last.seq, digest: last.digest })
  }
  return ends
}
