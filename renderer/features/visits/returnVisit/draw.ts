import type { Printing, Sheet } from '../../../../shared/documents/layout/frame'
import { periodOf } from '../../../../shared/documents/period'
import {
  returnVisitSheetForm,
  returnVisitSheetMissing,
} from '../../../../shared/documents/returnVisitSheet/form'
import type { ReturnVisitSheetInput } from '../../../../shared/documents/returnVisitSheet/input'
import type { ReturnVisitRecord } from '../../../../shared/domain/returnVisit/types'
import type { Drawn, ListDrawnWith } from '../../../register/print/definition'

function drawn(asked: Omit<ReturnVisitSheetInput, 'period'>): Drawn {
  const visits = (asked.rows ?? []).flatMap(({ record }) => (record.entry ? [record.entry.visitedAt] : []))
  const input = { ...asked, period: periodOf(visits) }
  return { definition: returnVisitSheetForm(input), missing: returnVisitSheetMissing(input) }
}

/** Draws 《回访工作记录表》 with the one row of this record. */
export function drawRow(record: ReturnVisitRecord, sheet: Sheet): Drawn {
  const { version, drawn: signed = [] } = sheet
  const rows = [{ record, version, drawn: signed }]
  return drawn({ sheet, filter: '', rows })
}

/** Draws 《回访工作记录表》 of these records, a row each. */
export function drawRows(
  records: readonly ReturnVisitRecord[],
  sheet: Printing,
  { filter, printOf }: ListDrawnWith<ReturnVisitRecord>,
): Drawn {
  const rows = records.map((record) => ({ record, ...printOf(record) }))
  return drawn({ sheet, filter, rows })
}
