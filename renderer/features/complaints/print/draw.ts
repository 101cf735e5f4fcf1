import { complaintLedgerForm, ledgerMissing } from '../../../../shared/documents/complaintLedger/form'
import { complaintReceiptForm } from '../../../../shared/documents/complaintReceipt/form'
import { receiptMissing } from '../../../../shared/documents/complaintReceipt/missing'
import { complaintVisitForm } from '../../../../shared/documents/complaintVisit/form'
import { complaintMissing } from '../../../../shared/documents/complaintVisit/texts'
import type { Printing, Sheet } from '../../../../shared/documents/layout/frame'
import { periodOf } from '../../../../shared/documents/period'
import { replyDue } from '../../../../shared/domain/complaint'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import type { OfficeRules } from '../../../../shared/domain/register/types'
import type { DeskData } from '../../../data'
import { attachmentNamesOf } from '../../../register/print/attachmentNames'
import type { Drawn } from '../../../register/print/definition'

/** Draws 《投诉来访记录》. */
export async function drawVisit(record: Complaint, sheet: Sheet, db: DeskData['db']): Promise<Drawn> {
  const input = { sheet, complaint: record, attachmentNames: await attachmentNamesOf(db, record) }
  return { definition: complaintVisitForm(input), missing: complaintMissing(input) }
}

/** Draws 《投诉处理回执》. */
export function drawReceipt(record: Complaint, sheet: Sheet, rules: OfficeRules): Drawn {
  const input = { sheet, complaint: record, replyDueAt: replyDue(record, rules) }
  return { definition: complaintReceiptForm(input), missing: receiptMissing(input) }
}

/** Draws 《投诉登记台账》 of these rows; `filter` says in words which they are. */
export function drawLedger(rows: readonly Complaint[], sheet: Printing, filter: string): Drawn {
  const input = { sheet, period: periodOf(rows.map(({ intake }) => intake.registeredAt)), filter, rows }
  return { definition: complaintLedgerForm(input), missing: ledgerMissing(input) }
}
