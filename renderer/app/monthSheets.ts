import type { MonthRows } from '../../shared/domain/month/view'
import { type FlowingTable, liveIn } from '../data'
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
export function monthSheets(): readonly MonthSheet[] {
  const items = i18n.getFixedT('zh-CN', 'lostItems')
  return [
    monthSheet('complaints', complaintSheet(i18n.getFixedT('zh-CN', 'complaints'))),
    monthSheet('lostItems', itemSheet(items)),
    monthSheet('lostReports', reportSheet(i18n.getFixedT('zh-CN', 'lostReports'), items)),
    monthSheet('incidents', incidentSheet(i18n.getFixedT('zh-CN', 'incidents'))),
    monthSheet('visits', visitSheet(i18n.getFixedT('zh-CN', 'visits'))),
    monthSheet('returnVisits', returnVisitSheet(i18n.getFixedT('zh-CN', 'returnVisits'))),
    monthSheet('corrections', correctionSheet(i18n.getFixedT('zh-CN', 'corrections'))),
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
  }
}

/** The rows, so many at a time. */
export function* portionsOf<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += PORTION) yield rows.slice(at, at + PORTION)
}
