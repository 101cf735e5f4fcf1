import type { RegisterRecord } from '../../shared/domain/register/types'
import { listRecords, type RecordTable, type RecordTables } from '../data'
import type { DeskDatabase } from '../data/core/database'

/** Tables of numbered records. */
export type RegisterTable = {
  [K in RecordTable]: RecordTables[K] extends RegisterRecord ? K : never
}[RecordTable]

/** One line of 今日: a record that waits for something. */
export interface WaitingRow {
  id: string
  /** Register it belongs to, for the route. */
  register: string
  number: string
  state: string
  duty: string
  dueAt: string
  /** What it is about, and who is concerned. */
  about: string
  who: string
}

/** How a register tells what waits in it. */
export interface Waiting {
  /** Records that wait, soonest first. `mine`: only those first asked by this user (首问责任, domain 5). */
  read: (db: DeskDatabase, limit: number, mine?: string) => Promise<WaitingRow[]>
  /** How many are late at `now` (ISO), at most `limit`. */
  overdue: (db: DeskDatabase, now: string, limit: number) => Promise<number>
}

/** The waiting records of a table whose lists have the facets `open` and `first:<user id>`. */
export function waitingIn<K extends RegisterTable>(
  register: string,
  table: K,
  describe: (record: RecordTables[K]) => Pick<WaitingRow, 'about' | 'who'>,
): Waiting {
  return {
    read: async (db, limit, mine) => {
      const facets = mine ? [`first:${mine}`] : ['open']
      const { rows } = await listRecords(db, { table, facets, after: null, limit })
      return rows.flatMap((row) => {
        const { id, number, state, duty } = row
        if (!duty) return []
        return [{ id, register, number, state, duty: duty.kind, dueAt: duty.dueAt, ...describe(row) }]
      })
    },
    overdue: async (db, now, limit) => {
      const page = await listRecords(db, { table, facets: ['open'], before: now, after: null, limit })
      return page.rows.length
    },
  }
}
