import { formsToSign } from '../../../shared/documents/registry'
import { changedAfterPrint as complaint } from '../../../shared/domain/complaint/content'
import { changedAfterPrint as correction } from '../../../shared/domain/correction/paper'
import { changedAfterPrint as incident } from '../../../shared/domain/incident/content'
import { changedAfterPrint as lostItem } from '../../../shared/domain/lostItem/content'
import type { CheckLine } from '../../../shared/domain/month/check'
import { checkMonth } from '../../../shared/domain/month/commonChecks'
import type { Papers } from '../../../shared/domain/month/paperChecks'
import type { ReviewView } from '../../../shared/domain/month/view'
import type { LivingRecord } from '../../../shared/domain/register/lifecycle'
import { changedAfterPrint as returnVisit } from '../../../shared/domain/returnVisit/paper'
import { changedAfterPrint as visit } from '../../../shared/domain/visit/paper'
import { changedAfterPrint as visitMonth } from '../../../shared/domain/visitMonth/paper'
import { isRegisterTable, NOUNS, REGISTER_TABLES, type RegisterTable } from '../commands/registerTables'
import type { RecordTables } from '../core/tables'

/** 打印后有改动 of a register's forms (domain 10): one line a register that has any. */
const CHANGED: { [K in RegisterTable]?: (record: RecordTables[K], form: string) => boolean } = {
  complaints: complaint,
  incidents: incident,
  lostItems: lostItem,
  visits: visit,
  visitMonths: visitMonth,
  returnVisits: returnVisit,
  corrections: correction,
}

function changed<K extends RegisterTable>(table: K, record: LivingRecord, form: string): boolean {
  // A table and its records come out of the view together; the compiler sees a record of any of them.
  return CHANGED[table]?.(record as unknown as RecordTables[K], form) ?? false
}

const PAPERS: Papers = {
  toSign: Object.fromEntries(REGISTER_TABLES.map((table) => [table, formsToSign(NOUNS[table])])),
  changed: (table, record, form) => isRegisterTable(table) && changed(table, record, form),
}

/** The checklist of a month or week as its records are now (domain 12); what was signed stands in the month's seal. */
export function checkMonthNow(view: ReviewView): CheckLine[] {
  return checkMonth(view, PAPERS)
}
