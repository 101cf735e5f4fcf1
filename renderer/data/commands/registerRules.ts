import { rules as complaint } from '../../../shared/domain/complaint/commands'
import type { RegisterName } from '../../../shared/domain/numbering/registers'
import type { LivingRecord } from '../../../shared/domain/register/lifecycle'
import type { RecordRules } from '../../../shared/domain/register/rules'
import type { RecordTables } from '../core/tables'

/** Tables whose rows are numbered records with a life of steps. */
export type RegisterTable = {
  [K in keyof RecordTables]: RecordTables[K] extends LivingRecord ? K : never
}[keyof RecordTables]

interface RegisterEntry<K extends RegisterTable> {
  noun: RegisterName
  rules: RecordRules<RecordTables[K]>
}

/** What every register's records have (domain 10): one line a register. */
const REGISTERS: { [K in RegisterTable]: RegisterEntry<K> } = {
  complaints: { noun: 'complaint', rules: complaint },
}

export const REGISTER_TABLES = Object.keys(REGISTERS) as RegisterTable[]

/** The shared rules of a register's records, and the name under which the chain keeps its commands. */
export function registerOf<K extends RegisterTable>(table: K): RegisterEntry<K> {
  return REGISTERS[table]
}

/** Whether a table's rows are numbered records: of a link or a scan, which keep the table as text. */
export function isRegisterTable(table: string): table is RegisterTable {
  return Object.hasOwn(REGISTERS, table)
}
