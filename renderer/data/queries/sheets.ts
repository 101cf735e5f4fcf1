import { formOfCode } from '../../../shared/documents/formOfCode'
import type { FormName } from '../../../shared/documents/registry'
import { REGISTERS, type RegisterCode } from '../../../shared/domain/numbering/registers'
import { type Scan, type SheetRead, type Verdict, verdictOn } from '../../../shared/domain/scan'
import { bareNumber, writtenNumber } from '../../../shared/domain/scan/verdict'
import { NOUNS, REGISTER_TABLES, type RegisterTable } from '../commands/registerTables'
import type { DeskDatabase } from '../core/database'
import { isRecordTable, type RecordTables } from '../core/tables'
import { usedPrefixes } from './numbers'
import { asRead, hiddenOf } from './reading'

/** A record that a sheet belongs to, and the table it is in. */
export interface SheetRecord {
  table: RegisterTable
  record: RecordTables[RegisterTable]
}

/** What the office knows of a code that was read. */
export interface SheetFound {
  verdict: Verdict
  /** Null where no form has this code. */
  form: FormName | null
  found: SheetRecord | null
}

/** The table of a register, by the letters in its numbers; null for registers that are not there yet. */
export function tableOfRegister(code: RegisterCode): RegisterTable | null {
  return REGISTER_TABLES.find((table) => NOUNS[table] === REGISTERS[code]) ?? null
}

/**
 * The record with a number as it was read, whatever prefix the office had when it was given; null where none has it.
 * @param form of the sheet: 《访问总结》 and 月报 are of the month that stands in the place of the sequence.
 */
export async function findByBareNumber(
  db: DeskDatabase,
  number: SheetRead['number'],
  form: FormName | null = null,
): Promise<SheetRecord | null> {
  if (form === 'visitSummary') return findMonth(db, 'visitMonths', number)
  if (form === 'monthlyReport') return findMonth(db, 'monthReviews', number)
  const table = tableOfRegister(number.register)
  if (!table) return null
  const bare = bareNumber(number)
  // The prefix is a setting and may have changed.
  for (const prefix of await usedPrefixes(db, table)) {
    const row = await db.of(table).where('number').equals(`${prefix}-${bare}`).first()
    if (row) return { table, record: asRead(db, table, row) }
  }
  return null
}

async function findMonth(
  db: DeskDatabase,
  table: 'visitMonths' | 'monthReviews',
  { year, seq }: SheetRead['number'],
): Promise<SheetRecord | null> {
  const row = await db.of(table).get(`${year}-${String(seq).padStart(2, '0')}`)
  return row ? { table, record: asRead(db, table, row) } : null
}

/** Looks a sheet up by the codes that were read on it, and judges it (domain 10). */
export async function judgeSheet(db: DeskDatabase, codes: readonly SheetRead[]): Promise<SheetFound> {
  const [code] = codes
  if (!code || codes.length > 1) return { verdict: verdictOn(codes, NOTHING), form: null, found: null }
  const form = formOfCode(code.form, code.number.register)
  const found = await findOnSheet(db, code, form)
  const otherOffice = !found && !(await isOwnPrefix(db, code))
  return { verdict: verdictOn(codes, { form, record: found?.record ?? null, otherOffice }), form, found }
}

/**
 * The record that a sheet names. With its prefix the number is taken as it was printed, which is what the record has
 * kept, whatever the prefix is set to now: the same number of another office is no record of this one.
 */
async function findOnSheet(
  db: DeskDatabase,
  code: SheetRead,
  form: FormName | null,
): Promise<SheetRecord | null> {
  if (code.prefix === undefined) return findByBareNumber(db, code.number, form)
  const table = tableOfRegister(code.number.register)
  const row = table && (await db.of(table).where('number').equals(writtenNumber(code)).first())
  return row ? { table, record: asRead(db, table, row) } : null
}

/** True where the sheet's prefix is this office's, and where none was read. */
async function isOwnPrefix(db: DeskDatabase, { prefix }: SheetRead): Promise<boolean> {
  if (prefix === undefined) return true
  return (await db.of('office').toCollection().first())?.numberPrefix === prefix
}

/**
 * A scan of the tray with what the office knows of it. `hidden`: it shows a form of a record that whoever is signed in
 * does not see, so its picture must not be shown either (domain 7, 13).
 */
export async function judgeScan(db: DeskDatabase, scan: Scan): Promise<SheetFound & { hidden: boolean }> {
  const judged = await judgeSheet(db, scan.codes)
  const { found, form } = judged
  const place = scan.filed ?? (found && { table: found.table, recordId: found.record.id, form: form ?? '' })
  const hidden = place && isRecordTable(place.table) ? await hiddenOf(db, place.table, place.recordId) : null
  return { ...judged, hidden: hidden !== null && (hidden.whole || hidden.forms.includes(place?.form ?? '')) }
}

const NOTHING = { form: null, record: null, otherOffice: false }
