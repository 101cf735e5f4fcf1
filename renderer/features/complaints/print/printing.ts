import { contentDigest, isBlankSheet, RECEIPT_FORM, VISIT_FORM } from '../../../../shared/domain/complaint'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { complaintPaper, reserveNumbersCommand } from '../../../data'
import type { ListForm, RecordForm, RegisterPrinting } from '../../../register/print/definition'

/** 《投诉来访记录》, which the person signs. */
const visit: RecordForm<Complaint> = {
  form: VISIT_FORM,
  draw: async (record, sheet, { db }) => (await import('./draw')).drawVisit(record, sheet, db),
  digest: (record) => contentDigest(record, VISIT_FORM),
  signer: ({ intake: { complainant } }) => (complainant.anonymous ? '' : complainant.name),
}

/** 《投诉处理回执》, which who took the complaint in signs. */
const receipt: RecordForm<Complaint> = {
  form: RECEIPT_FORM,
  draw: async (record, sheet, { rules }) => (await import('./draw')).drawReceipt(record, sheet, rules),
  digest: (record) => contentDigest(record, RECEIPT_FORM),
  signer: ({ receivedBy }) => receivedBy,
}

/** 《投诉登记台账》. */
const ledger: ListForm<Complaint> = {
  form: 'complaintLedger',
  action: (t) => t('list.complaintLedger'),
  // Over a hundred pages.
  most: 2_000,
  draw: async (rows, printing, { filter }) => (await import('./draw')).drawLedger(rows, printing, filter),
}

/** What 投诉 prints. */
export const COMPLAINT_PRINTING: RegisterPrinting<'complaints'> = {
  table: 'complaints',
  forms: [visit, receipt],
  lists: [ledger],
  blank: { form: VISIT_FORM, reserve: reserveNumbersCommand },
  isBlank: isBlankSheet,
  commands: complaintPaper,
}
