import type { NumberedRow } from '../../../shared/domain/numbering/gapReport'
import type { NumberCounter } from '../../../shared/domain/numbering/number'
import { codeOf, isRegisterCode, type RegisterCode } from '../../../shared/domain/numbering/registers'
import { NOUNS, REGISTER_TABLES, type RegisterTable } from '../commands/registerTables'
import type { DeskDatabase } from '../core/database'
import { numbersBetween } from './numberMemory'
import { usedPrefixes } from './numbers'

/** Registers whose records bear a number of domain 2, and the letters in it. */
const NUMBERED = REGISTER_TABLES.flatMap((table) => {
  const noun = NOUNS[table]
  return noun === 'visitMonth' || noun === 'monthReview' ? [] : [{ table, code: codeOf(noun) }]
})

/** Closes a prefix range. */
const END = '\uffff'

/**
 * Every number of a year and what the machine says it gave, for the gap report (domain 2): from the index of numbers, or
 * as it was read at an earlier look and nothing was written since. That a record is void stands in the records of its month.
 */
export async function numbersOf(
  db: DeskDatabase,
  year: number,
): Promise<{ rows: NumberedRow[]; counters: NumberCounter[] }> {
  const found = await Promise.all(NUMBERED.map(({ table, code }) => numbersIn(db, table, code, year)))
  const rows = found.flat().map((number): NumberedRow => ({ number, void: null }))
  const stored = await db.of('numbers').toArray()
  return { rows, counters: stored.flatMap((row) => counterOf(row, year)) }
}

/** The prefix may have changed within the year: a number that was given under the old one is no gap. */
async function numbersIn(
  db: DeskDatabase,
  table: RegisterTable,
  code: RegisterCode,
  year: number,
): Promise<string[]> {
  const stretches = (await usedPrefixes(db, table)).map((prefix) => `${prefix}-${code}-${year}-`)
  const found = await Promise.all(
    stretches.map((from) => numbersBetween(db, { table, from, to: from + END })),
  )
  return found.flat()
}

/** A stored counter, `TS|2026|B`, where it is of the year. */
function counterOf({ id, last }: { id: string; last: number }, year: number): NumberCounter[] {
  const [register = '', of = '', letter = ''] = id.split('|')
  return isRegisterCode(register) && Number(of) === year ? [{ register, year, letter, last }] : []
}
