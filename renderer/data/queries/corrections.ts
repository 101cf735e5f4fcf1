import { type Held, heldOf } from '../../../shared/domain/correction/held'
import { type CorrectableTable, isCorrectableTable } from '../../../shared/domain/correction/registers'
import type { Correction } from '../../../shared/domain/correction/types'
import type { MonthFacts } from '../../../shared/domain/month/facts'
import { monthsTouched } from '../../../shared/domain/month/lock'
import type { MonthId } from '../../../shared/util/months'
import type { DeskDatabase } from '../core/database'
import { isMonthLocked } from '../core/monthLock'
import { traitsOf } from '../core/rowTraits'
import { getRecord } from './records'
import { facetRange, listRange } from './ranges'

/** What a signed month means for one record. */
export interface Locking {
  /** What its locked month holds of it; null where none does. */
  held: Held | null
  /** Its 更正单, those that wait first. */
  corrections: Correction[]
}

const FREE: Locking = { held: null, corrections: [] }

/** Most 更正单 of one record that are shown. */
const MOST = 20

/** Whether a month that was signed holds a record, and its 更正单; of a table without 更正单 nothing. */
export async function lockingOf(db: DeskDatabase, table: string, id: string): Promise<Locking> {
  if (!isCorrectableTable(table)) return FREE
  const record = await getRecord(db, table, id)
  if (!record) return FREE
  return {
    held: await heldRecord(db, table, record),
    corrections: await listRange(db, 'corrections', facetRange(`#target:${id}`), MOST),
  }
}

async function heldRecord(db: DeskDatabase, table: CorrectableTable, record: object): Promise<Held | null> {
  const facts = traitsOf(table).month as unknown as MonthFacts<object>
  const locked = new Set<MonthId>()
  for (const month of monthsTouched(facts, record, record)) {
    if (await isMonthLocked(db, month)) locked.add(month)
  }
  return heldOf(facts, record, (month) => locked.has(month))
}
