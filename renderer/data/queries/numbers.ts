import { parseNumber } from '../../../shared/domain/numbering/number'
import { codeOf, type RegisterName } from '../../../shared/domain/numbering/registers'
import { numbersMeant } from '../../../shared/domain/numbering/typedNumber'
import { estateYear } from '../../../shared/util/civilTime'
import type { RegisterTable } from '../commands/registerTables'
import type { DeskDatabase } from '../core/database'
import type { RecordTables } from '../core/tables'
import { asRead } from './reading'

/**
 * Records of a register that a typed number may mean (`12`, `TS-2026-0012` …), likeliest first, by the index of
 * numbers; none where the text is no number.
 */
export async function findByNumber<K extends RegisterTable>(
  db: DeskDatabase,
  table: K,
  register: RegisterName,
  typed: string,
  now: string,
): Promise<RecordTables[K][]> {
  const office = await db.of('office').toCollection().first()
  if (!office) return []
  const { numberPrefix: prefix, deviceLetter: letter } = office
  const meant = numbersMeant(typed, { prefix, letter, register: codeOf(register), year: estateYear(now) })
  const rows = (await db.of(table).where('number').anyOf(meant).toArray()) as RecordTables[K][]
  return rows
    .map((row) => asRead(db, table, row))
    .sort((a, b) => meant.indexOf(a.number) - meant.indexOf(b.number))
}

/**
 * Every prefix that a number of a register ever bore (a setting, domain 2), each found by one step along the index. May
 * be read inside a command's transaction that names the table.
 */
export async function usedPrefixes(db: DeskDatabase, table: RegisterTable): Promise<string[]> {
  const prefixes: string[] = []
  for (let from = ''; ; ) {
    const next = await db.of(table).where('number').above(from).first()
    const parts = next && parseNumber(next.number)
    if (!parts) return prefixes
    prefixes.push(parts.prefix)
    from = `${parts.prefix}-${parts.register}-\uffff`
  }
}
