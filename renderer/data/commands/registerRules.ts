import { rules as complaint } from '../../../shared/domain/complaint/commands'
import { lostItemRules } from '../../../shared/domain/lostItem/commands'
import { lostReportRules } from '../../../shared/domain/lostReport/commands'
import { correctionRules } from '../../../shared/domain/correction/lifecycle'
import { rules as incident } from '../../../shared/domain/incident/commands'
import { monthReviewRules } from '../../../shared/domain/monthReview/lifecycle'
import type { RecordRules } from '../../../shared/domain/register/rules'
import { returnVisitRules } from '../../../shared/domain/returnVisit'
import { visitRules } from '../../../shared/domain/visit'
import { visitMonthRules } from '../../../shared/domain/visitMonth'
import type { RecordTables } from '../core/tables'
import { NOUNS, type RegisterTable } from './registerTables'

/** What every register's records have (domain 10): one line a register. */
const RULES: { [K in RegisterTable]: RecordRules<RecordTables[K]> } = {
  complaints: complaint,
  incidents: incident,
  lostItems: lostItemRules,
  lostReports: lostReportRules,
  visits: visitRules,
  visitMonths: visitMonthRules,
  returnVisits: returnVisitRules,
  corrections: correctionRules,
  monthReviews: monthReviewRules,
}

interface RegisterEntry<K extends RegisterTable> {
  noun: (typeof NOUNS)[K]
  rules: RecordRules<RecordTables[K]>
}

/** The shared rules of a register's records, and the name under which the chain keeps its commands. */
export function registerOf<K extends RegisterTable>(table: K): RegisterEntry<K> {
  return { noun: NOUNS[table], rules: RULES[table] }
}
