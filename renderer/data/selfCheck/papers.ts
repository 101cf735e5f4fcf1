import { type MonthId, monthSpan, nextMonth } from '../../../shared/util/months'
import type { DeskDatabase } from '../core/database'
import { type PaperCount, paperCounter, paperCountersOf } from '../core/monthPapers'
import { begunOpen, traitsOf, withoutListKeys } from '../core/rowTraits'
import type { RecordTable } from '../core/tables'
import { monthRange } from '../queries/monthKeys'
import { facetRange } from '../queries/ranges'

type Row = Record<string, unknown>

/** Rows read at once: none of the desk's own work waits long. */
const PORTION = 100

/** What a counter of papers counts, by the records of its month as they are stored, whoever is signed in. */
export async function countPapers(
  db: DeskDatabase,
  table: RecordTable,
  count: PaperCount,
  month: MonthId,
): Promise<number> {
  const facts = traitsOf(table).month
  if (!facts) return 0
  const name = paperCounter(count, month)
  let found = 0
  for await (const rows of rowsBegunIn(db, table, month)) {
    found += rows.flatMap((row) => paperCountersOf(facts, row)).filter((one) => one === name).length
  }
  return found
}

/** Records that came in within a month, and some that were still open in it: those open now, ended in it, and after it. */
async function* rowsBegunIn(db: DeskDatabase, table: RecordTable, month: MonthId): AsyncGenerator<Row[]> {
  const { from, until } = monthSpan(month)
  const ranges = [
    monthRange('live', from, until),
    monthRange('ended', from, until),
    facetRange(begunOpen(nextMonth(month))),
  ]
  for (const range of ranges) {
    const within = db.table<Row, string>(table).where('listKeys').between(range.from, range.to, true, false)
    const ids = await within.primaryKeys()
    for (let at = 0; at < ids.length; at += PORTION) {
      const rows = await db.table<Row, string>(table).bulkGet(ids.slice(at, at + PORTION))
      yield rows.flatMap((row) => (row ? [withoutListKeys(row)] : []))
    }
  }
}
