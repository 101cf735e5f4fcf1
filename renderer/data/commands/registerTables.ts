import type { RegisterName } from '../../../shared/domain/numbering/registers'
import type { LivingRecord } from '../../../shared/domain/register/lifecycle'
import type { RecordTables } from '../core/tables'

/** Tables whose rows are numbered records with a life of steps. */
export type RegisterTable = {
  [K in keyof RecordTables]: RecordTables[K] extends LivingRecord ? K : never
}[keyof RecordTables]

/**
 * The name under which the chain keeps a register's commands: one line a register. It stands apart from the rules so
 * that the first screen need not load those.
 */
export const NOUNS: Readonly<Record<RegisterTable, RegisterName | 'visitMonth' | 'monthReview'>> = {
  complaints: 'complaint',
  incidents: 'incident',
  lostItems: 'lostItem',
  lostReports: 'lostReport',
  visits: 'visit',
  // A month of visits has no number of domain 2, but a life and paper like every record.
  visitMonths: 'visitMonth',
  returnVisits: 'returnVisit',
  corrections: 'correction',
  // As the month of visits.
  monthReviews: 'monthReview',
}

export const REGISTER_TABLES = Object.keys(NOUNS) as RegisterTable[]

/** Whether a table's rows are numbered records: of a link or a scan, which keep the table as text. */
export function isRegisterTable(table: string): table is RegisterTable {
  return Object.hasOwn(NOUNS, table)
}
