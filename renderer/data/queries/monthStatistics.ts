import { registerMonths } from '../../../shared/domain/month/registers'
import type { LinePoint, MonthStatistics, SpanStatistics } from '../../../shared/domain/month/statistics'
import type { MonthView } from '../../../shared/domain/month/view'
import type { Instant } from '../../../shared/util/instant'
import { type MonthId, monthSpan, previousMonth, shiftMonths } from '../../../shared/util/months'
import type { DeskDatabase } from '../core/database'
import { isRecordTable, type RecordTable } from '../core/tables'
import { flowIndex, monthRange, type OpenRows } from './monthKeys'
import { openRowsOf, spanView } from './monthView'
import { listRange } from './ranges'

/** Months on the line (domain 12). */
const LINE_MONTHS = 12

/** What every register says of a view. */
export function spanStatistics(view: MonthView): SpanStatistics {
  const { span, occupied } = view
  return { span, occupied, registers: registerMonths.map(({ figures }) => figures(view)) }
}

/**
 * The statistics of a month with the month before and the same month of last year: those that were signed are as they
 * were signed, the others as the books are now.
 */
export async function monthStatistics(
  db: DeskDatabase,
  view: MonthView,
  month: MonthId,
): Promise<MonthStatistics> {
  const now = spanStatistics(view)
  const open = openRowsOf(db, view)
  return {
    month,
    now,
    before: await earlier(db, previousMonth(month), view.now, open),
    lastYear: await earlier(db, shiftMonths(month, -LINE_MONTHS), view.now, open),
    lines: await lines(db, now, month),
  }
}

/** The figures of an earlier month; null where the office had no books in it. */
async function earlier(
  db: DeskDatabase,
  month: MonthId,
  now: Instant,
  open: OpenRows,
): Promise<SpanStatistics | null> {
  const seal = await db.of('monthSeals').get(month)
  if (seal) return seal.statistics.now
  if (!(await hadBooks(db, month))) return null
  return spanStatistics(await spanView(db, monthSpan(month), month, now, open))
}

async function hadBooks(db: DeskDatabase, month: MonthId): Promise<boolean> {
  const office = await db.of('office').toCollection().first()
  if (office && office.createdAt < monthSpan(month).until) return true
  // What was written down later may be dated before the office began with this app.
  return (await listRange(db, 'complaints', monthRange('new', '', monthSpan(month).until), 1)).length > 0
}

async function lines(
  db: DeskDatabase,
  { registers }: SpanStatistics,
  month: MonthId,
): Promise<MonthStatistics['lines']> {
  const months = Array.from({ length: LINE_MONTHS }, (_, back) => shiftMonths(month, back + 1 - LINE_MONTHS))
  const carrying = registers
    .filter(({ carryOver }) => carryOver !== null)
    .map(({ table }) => table)
    .filter(isRecordTable)
  return Promise.all(carrying.map(async (table) => ({ table, points: await pointsOf(db, table, months) })))
}

async function pointsOf(
  db: DeskDatabase,
  table: RecordTable,
  months: readonly MonthId[],
): Promise<LinePoint[]> {
  const [first = '', last = ''] = [months[0], months.at(-1)]
  const index = await flowIndex(db, table, { from: monthSpan(first).from, until: monthSpan(last).until })
  return months.map((month) => {
    const span = monthSpan(month)
    const completed = index.completedWithin(span)
    return { month, added: index.addedWithin(span), completed, carriedOut: index.openAt(span.until) }
  })
}
