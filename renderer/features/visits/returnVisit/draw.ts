import type { Printing, Sheet } from '../../../../shared/documents/layout/frame'
import {
  returnVisitSheetForm,
  returnVisitSheetMissing,
} from '../../../../shared/documents/returnVisitSheet/form'
import type {
  ReturnVisitRow,
  ReturnVisitSheetInput,
} from '../../../../shared/documents/returnVisitSheet/input'
import type { ReturnVisitRecord } from '../../../../shared/domain/returnVisit/types'
import { civilDayOf } from '../../../../shared/util/civilTime'
import type { Drawn, ListDrawnWith } from '../../../register/print/definition'

function drawn(input: ReturnVisitSheetInput): Drawn {
  return { definition: returnVisitSheetForm(input), missing: returnVisitSheetMissing(input) }
}

/** First and last day of the return visits, in the words of the paper; '' where nothing was written yet. */
function periodOf(rows: readonly ReturnVisitRow[]): string {
  const days = rows.flatMap(({ record }) => (record.entry ? [civilDayOf(record.entry.visitedAt)] : [])).sort()
  const [first = ''] = days
  const last = days.at(-1) ?? ''
  return first === last ? first : `${first} 至 ${last}`
}

/** Draws 《回访工作记录表》 with the one row of this record. */
export function drawRow(record: ReturnVisitRecord, sheet: Sheet): Drawn {
  const { version, drawn: signed = [] } = sheet
  const rows = [{ record, version, drawn: signed }]
  return drawn({ sheet, period: periodOf(rows), filter: '', rows })
}

/** Draws 《回访工作记录表》 of these records, a row each. */
export function drawRows(
  records: readonly ReturnVisitRecord[],
  sheet: Printing,
  { filter, printOf }: ListDrawnWith<ReturnVisitRecord>,
): Drawn {
  const rows = records.map((record) => ({ record, ...printOf(record) }))
  return drawn({ sheet, period: periodOf(rows), filter, rows })
}
