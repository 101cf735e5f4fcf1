import type { Instant } from '../../util/instant'
import { complaintMonthFacts } from '../complaint/monthFacts'
import { correctionMonthFacts } from '../correction/monthFacts'
import { incidentAbout } from '../incident/monthChecks'
import { incidentMonthFacts } from '../incident/monthFacts'
import { lostItemMonthFacts } from '../lostItem/monthFacts'
import { lostReportMonthFacts } from '../lostReport/monthFacts'
import { isWithheld, type LivingRecord } from '../register/lifecycle'
import { returnVisitMonthFacts } from '../returnVisit/monthFacts'
import { visitAbout } from '../visit/monthChecks'
import { visitMonthFacts } from '../visit/monthFacts'
import type { CheckLine, CheckWeight, Finding } from './check'
import type { MonthFacts } from './facts'
import { findingOf } from './finding'
import type { MonthRows, MonthTable, MonthView } from './view'

/** Tables of a view whose rows are records with a life of steps, and so with paper, 作废 and duties (domain 10). */
export type LivingTable = {
  [K in MonthTable]: MonthRows[K] extends LivingRecord ? K : never
}[MonthTable]

/** What lines over all registers say of a record. */
interface About {
  /** What it is about, in its own words; '' for nothing. */
  words: string
  /** Few may read the record (domain 7, 13): nothing that was written about it is repeated. */
  discreet?: boolean
}

/** In the order of the day, one line a register. */
const ABOUT: { [K in LivingTable]: (record: MonthRows[K]) => About } = {
  complaints: ({ intake }) => ({ words: intake.content }),
  returnVisits: ({ entry }) => ({ words: entry?.content ?? '' }),
  incidents: (record) => ({ words: incidentAbout(record), discreet: record.restricted }),
  lostItems: ({ intake }) => ({ words: intake.name }),
  lostReports: ({ intake }) => ({ words: intake.item }),
  visits: (record) => ({ words: visitAbout(record) }),
  visitMonths: () => ({ words: '' }),
  corrections: ({ target }) => ({ words: target.number, discreet: true }),
}

/** When each ends; a month of visits only sums up what others hold. */
const FACTS: { [K in LivingTable]: MonthFacts<MonthRows[K]> | null } = {
  complaints: complaintMonthFacts,
  returnVisits: returnVisitMonthFacts,
  incidents: incidentMonthFacts,
  lostItems: lostItemMonthFacts,
  lostReports: lostReportMonthFacts,
  visits: visitMonthFacts,
  visitMonths: null,
  corrections: correctionMonthFacts,
}
const LIVING_TABLES = Object.keys(ABOUT) as LivingTable[]

/** One record of a view, of whatever register. */
export interface LivingRow {
  table: LivingTable
  record: LivingRecord
  about: About
  /** When the record ended; null while it is open. */
  endedAt: Instant | null
}

/** Every record of a view, register by register and by number, but for those that the reader may not read. */
export function livingRows(view: Pick<MonthView, 'rowsOf'>): LivingRow[] {
  return LIVING_TABLES.flatMap((table) => rowsIn(view, table))
}

function rowsIn<K extends LivingTable>(view: Pick<MonthView, 'rowsOf'>, table: K): LivingRow[] {
  return view
    .rowsOf(table)
    .filter((record: LivingRecord) => !isWithheld(record))
    .toSorted((a: LivingRecord, b: LivingRecord) => (a.number < b.number ? -1 : 1))
    .map((record) => ({
      table,
      record: record as LivingRecord,
      about: ABOUT[table](record),
      endedAt: FACTS[table]?.endedAt(record) ?? null,
    }))
}

/** What a line says of a record beyond which it is. */
export type Said = Partial<Pick<Finding, 'at' | 'why' | 'reason'>>

/** A line over all registers; nothing written is repeated of a record that few may read. */
export function lineOver(
  key: string,
  weight: CheckWeight,
  rows: readonly LivingRow[],
  amiss: (row: LivingRow) => Said[],
): CheckLine {
  const findings = rows.flatMap((row) => {
    const { table, record, about } = row
    return amiss(row).map((said) =>
      findingOf(table, record, about.words, about.discreet ? { ...said, reason: '' } : said),
    )
  })
  return { key, weight, findings, figure: null }
}
