import { rules as complaint } from '../../../shared/domain/complaint/commands'
import { lostItemRules } from '../../../shared/domain/lostItem/commands'
import { lostReportRules } from '../../../shared/domain/lostReport/commands'
import { rules as incident } from '../../../shared/domain/incident/commands'
import type { RegisterName } from '../../../shared/domain/numbering/registers'
import type { LivingRecord } from '../../../shared/domain/register/lifecycle'
import type { RecordRules } from '../../../shared/domain/register/rules'
import { returnVisitRules } from '../../../shared/domain/returnVisit'
import { visitRules } from '../../../shared/domain/visit'
import { visitMonthRules } from '../../../shared/domain/visitMonth'
import type { RecordTables } from '../core/tables'

/** Tables whose rows are numbered records with a life of steps. */
export type RegisterTable = {
  [K in keyof RecordTables]: RecordTables[K] extends LivingRecord ? K : never
}[keyof RecordTables]

interface RegisterEntry<K extends RegisterTable> {
  /** A month of visits has no number of domain 2, but a life and paper like every record. */
  noun: RegisterName | 'visitMonth'
  rules: RecordRules<RecordTables[K]>
}

/** What every register's records have (domain 10): one line a register. */
const REGISTERS: { [K in RegisterTable]: RegisterEntry<K> } = {
  complaints: { noun: 'complaint', rules: complaint },
  incidents: { noun: 'incident', rules: incident },
  lostItems: { noun: 'lostItem', rules: lostItemRules },
  lostReports: { noun: 'lostReport', rules: lostReportRules },
  visits: { noun: 'visit', rules: visitRules },
  visitMonths: { noun: 'visitMonth', rules: visitMonthRules },
  returnVisits: { noun: 'returnVisit', rules: returnVisitRules },
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
