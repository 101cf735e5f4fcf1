import { isLiveDuring } from '../../../shared/domain/month/facts'
import type { MonthFacts } from '../../../shared/domain/month/facts'
import type { MonthSeal } from '../../../shared/domain/monthReview/types'
import type { LivingRecord } from '../../../shared/domain/register/lifecycle'
import { correctionsOf } from '../../../shared/sync/merge'
import { goes } from '../../../shared/sync/travel'
import type { Instant } from '../../../shared/util/instant'
import { type MonthId, monthSpan } from '../../../shared/util/months'
import { withValueAt } from '../../../shared/util/paths'
import type { DeskDatabase } from '../core/database'
import { SETTINGS_ID } from '../core/tables'
import { monthRange } from './monthKeys'
import { recordsIn } from './monthSigning'
import { factsOf, FLOWING, type FlowingTable, spanView } from './monthView'

type Row = Record<string, unknown>

/** A record of a signed month that was not signed with it. */
export interface LateRecord {
  table: FlowingTable
  id: string
  number: string
}

/**
 * What the seal of a signed month is compared with: null where the month is not signed, or its seal has not come yet.
 */
export async function standingSeal(db: DeskDatabase, month: MonthId): Promise<MonthSeal | null> {
  const [review, seal] = await Promise.all([db.of('monthReviews').get(month), db.of('monthSeals').get(month)])
  return review?.state === 'approved' && seal && review.digest === seal.digest ? seal : null
}

/**
 * Records dated into a signed month that the month does not hold: another machine worked without a network while it was
 * signed (issue 7, domain 12). Asked of the seal, not of when they came: every machine names the same.
 */
export async function lateRecords(db: DeskDatabase, month: MonthId, now: Instant): Promise<LateRecord[]> {
  const seal = await standingSeal(db, month)
  if (!seal) return []
  const known = new Set(seal.records.map(keyOf))
  const strangers = recordsIn(await spanView(db, monthSpan(month), month, now)).filter(
    (place) => !known.has(keyOf(place)),
  )
  const late: LateRecord[] = []
  for (const { table, id, number } of strangers) {
    const row = (await db.table(table).get(id)) as Row | undefined
    const place = { table: table as FlowingTable, id, number }
    if (row && (await isLate(db, seal, place.table, row))) late.push(place)
  }
  return late
}

/** Those that came in within the month itself, for whoever just learned that it was signed: by the index, few are read. */
export async function lateNew(
  db: DeskDatabase,
  seal: MonthSeal,
): Promise<{ table: FlowingTable; row: Row }[]> {
  const known = new Set(seal.records.map(keyOf))
  const { from, until } = monthSpan(seal.id)
  const late: { table: FlowingTable; row: Row }[] = []
  for (const table of FLOWING) {
    const range = monthRange('new', from, until)
    const ids = await db
      .table(table)
      .where('listKeys')
      .between(range.from, range.to, true, false)
      .primaryKeys()
    const strangers = (ids as string[]).filter((id) => !known.has(keyOf({ table, id })))
    for (const row of (await db.table(table).bulkGet(strangers)) as (Row | undefined)[])
      if (row && (await isLate(db, seal, table, row))) late.push({ table, row })
  }
  return late
}

/** Whether a record is of a signed month, and not signed with it. What a 更正单 dated into it since is no late comer. */
export async function isLate(
  db: DeskDatabase,
  seal: MonthSeal,
  table: FlowingTable,
  row: Row,
): Promise<boolean> {
  if (row['erased'] || !isOf(table, row, seal.id)) return false
  if (seal.records.some((one) => keyOf(one) === keyOf({ table, id: String(row['id']) }))) return false
  // Of a register that the office keeps to its machines none but the signing one's are in the seal.
  const settings = await db.of('settings').get(SETTINGS_ID)
  if (!goes(table, settings?.notReplicated ?? [])) return false
  return isOf(table, await beforeCorrections(db, row), seal.id)
}

function isOf(table: FlowingTable, row: Row, month: MonthId): boolean {
  // Traits of a table by its name lose which table it was.
  const facts = factsOf(table) as unknown as MonthFacts<LivingRecord>
  return isLiveDuring(facts, row as unknown as LivingRecord, monthSpan(month))
}

/** The record without what 更正单 changed of it. */
async function beforeCorrections(db: DeskDatabase, row: Row): Promise<Row> {
  const ids = correctionsOf(row)
  if (ids.length === 0) return row
  const corrections = await db.of('corrections').bulkGet(ids)
  const changes = corrections.flatMap((one) => (one?.state === 'applied' ? one.changes : []))
  return changes.toReversed().reduce((then, { path, before }) => withValueAt(then, path, before), row)
}

function keyOf({ table, id }: { table: string; id: string }): string {
  return `${table}/${id}`
}
