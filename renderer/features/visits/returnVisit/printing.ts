import { contentDigest, RETURN_VISIT_FORM } from '../../../../shared/domain/returnVisit/paper'
import type { ReturnVisitRecord } from '../../../../shared/domain/returnVisit/types'
import { reserveReturnVisitsCommand, returnVisitPaper } from '../../../data'
import type { ListForm, RecordForm, RegisterPrinting } from '../../../register/print/definition'

/** 《回访工作记录表》 with the row of one record, which its 用户 signs. */
const row: RecordForm<ReturnVisitRecord> = {
  form: RETURN_VISIT_FORM,
  draw: async (record, sheet) => (await import('./draw')).drawRow(record, sheet),
  digest: contentDigest,
  signer: ({ entry }) => entry?.person.name ?? '',
}

/** 《回访工作记录表》 of a period or a selection: many rows, each a print of its record. */
const sheet: ListForm<ReturnVisitRecord> = {
  form: RETURN_VISIT_FORM,
  action: (t) => t('list.returnVisitSheet'),
  // Over sixty pages.
  most: 500,
  draw: async (rows, printing, given) => (await import('./draw')).drawRows(rows, printing, given),
  digest: contentDigest,
}

/** What 回访 prints. */
export const RETURN_VISIT_PRINTING: RegisterPrinting<'returnVisits'> = {
  table: 'returnVisits',
  forms: [row],
  lists: [sheet],
  blank: { form: RETURN_VISIT_FORM, rowsOf: sheet, reserve: reserveReturnVisitsCommand },
  isBlank: ({ entry }) => entry === null,
  commands: returnVisitPaper,
}
