import type { NumberedRow } from '../../../shared/domain/numbering/gapReport'
import type { NumberCounter } from '../../../shared/domain/numbering/number'
import { codeOf, isRegisterCode } from '../../../shared/domain/numbering/registers'
import { NOUNS, REGISTER_TABLES, type RegisterTable } from '../commands/registerTables'
import type { DeskDatabase } from '../core/database'

/** Registers whose records bear a number of domain 2. */
const NUMBERED = REGISTER_TABLES.filter(
  (table) => NOUNS[table] !== 'visitMonth' && NOUNS[table] !== 'monthReview',
)

/** Closes a prefix range. */
const END = '\uffff'

/**
 * Every number of a year and what the machine says it gave, for the gap report (domain 2): from the index of numbers,
 * reading no row. That a record is void stands in the records of its month.
 */
export async function numbersOf(
  db: DeskDatabase,
  year: number,
): Promise<{ rows: NumberedRow[]; counters: NumberCounter[] }> {
  const office = await db.of('office').toCollection().first()
  const prefix = office?.numberPrefix ?? ''
  const found = await Promise.all(NUMBERED.map((table) => numbersIn(db, table, prefix, year)))
  const rows = found.flat().map((number): NumberedRow => ({ number, void: null }))
  const stored = await db.of('numbers').toArray()
  return { rows, counters: stored.flatMap((row) => counterOf(row, year)) }
}

async function numbersIn(
  db: DeskDatabase,
  table: RegisterTable,
  prefix: string,
  year: number,
): Promise<string[]> {
  const noun = NOUNS[table]
  if (noun === 'visitMonth' || noun === 'monthReview') return []
  const start = `${prefix}-${codeOf(noun)}-${year}-`
  return (await db
    .table(table)
    .where('number')
    .between(start, start + END)
    .keys()) as string[]
}

/** A stored counter, `TS|2026|B`, where it is of the year. */
function counterOf({ id, last }: { id: string; last: number }, year: number): NumberCounter[] {
  const [register = '', of = '', letter = ''] = id.split('|')
  return isRegisterCode(register) && Number(of) === year ? [{ register, year, letter, last }] : []
}
