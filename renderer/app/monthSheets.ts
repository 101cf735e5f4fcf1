import type { MonthRows } from '../../shared/domain/month/view'
import { type FlowingTable, liveIn, walkRecords } from '../data'
import { complaintSheet } from '../features/complaints/list/sheet'
import { sheetOf as correctionSheet } from '../features/corrections/list/useCorrectionList'
import { incidentSheet } from '../features/incidents/list/sheet'
import { itemSheet } from '../features/lostItems/item/sheet'
import { reportSheet } from '../features/lostItems/report/sheet'
import { returnVisitSheet } from '../features/visits/returnVisit/sheet'
import { visitSheet } from '../features/visits/visit/sheet'
import type { SheetField } from '../register/export/fields'
import type { MonthSheet } from '../register/export/monthSheets'
import { anySheet } from '../register/export/writeSheet'
import { i18n } from '../ui/i18n/instance'

/** Rows that go to the worker at once. */
const PORTION = 500
/** Columns this wide hold sentences: they stand in several lines. */
const WRAPS_FROM = 24

/** One sheet a register in the .xlsx of a month: one line a register. In the office's language, as every file is. */
export function monthSheets(language = 'zh-CN'): readonly MonthSheet[] {
  const items = i18n.getFixedT(language, 'lostItems')
  return [
    monthSheet('complaints', complaintSheet(i18n.getFixedT(language, 'complaints'))),
    monthSheet('lostItems', itemSheet(items)),
    monthSheet('lostReports', reportSheet(i18n.getFixedT(language, 'lostReports'), items)),
    monthSheet('incidents', incidentSheet(i18n.getFixedT(language, 'incidents'))),
    monthSheet('visits', visitSheet(i18n.getFixedT(language, 'visits'))),
    monthSheet('returnVisits', returnVisitSheet(i18n.getFixedT(language, 'returnVisits'))),
    monthSheet('corrections', correctionSheet(i18n.getFixedT(language, 'corrections'))),
  ]
}

function monthSheet<K extends FlowingTable>(
  table: K,
  columns: readonly SheetField<MonthRows[K]>[],
): MonthSheet {
  const fields = columns.map((field) => ({ ...field, wrap: field.width >= WRAPS_FROM }))
  return {
    table,
    count: (view) => liveIn(view, table).length,
    sheet: (sheetName, view) => anySheet({ sheetName, fields, portions: portionsOf(liveIn(view, table)) }),
    whole: (sheetName, db) =>
      anySheet({ sheetName, fields, portions: walkRecords(db, { table, facets: ['all'] }) }),
    facts: (view, id) => {
      const row = view.rowsOf(table).find((one) => one.id === id)
      const told = row ? fields.map(({ header, wrap, cell }) => ({ header, wrap, cell: cell(row) })) : []
      return told.filter(({ cell }) => cell !== '')
    },
  }
}

/** The rows, so many at a time. */
function* portionsOf<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += PORTION) yield rows.slice(at, at + PORTION)
}
