import { complaintReceiptForm } from '../../../../shared/documents/complaintReceipt/form'
import { receiptMissing } from '../../../../shared/documents/complaintReceipt/missing'
import { complaintVisitForm } from '../../../../shared/documents/complaintVisit/form'
import { complaintMissing } from '../../../../shared/documents/complaintVisit/texts'
import type { PrintDefinition } from '../../../../shared/documents/definition'
import type { Sheet } from '../../../../shared/documents/layout/frame'
import type { MissingText } from '../../../../shared/documents/missing'
import { contentDigest, replyDue } from '../../../../shared/domain/complaint'
import { nextPrintVersion } from '../../../../shared/domain/complaint/commands'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import type { OfficeRules } from '../../../../shared/domain/register/types'
import type { ComplaintForm } from './form'

/** What every sheet of a print says besides its record, and the rules that its deadlines rest on. */
export interface SheetFacts {
  head: Omit<Sheet, 'number' | 'version'>
  rules: OfficeRules
}

/** A record and what of other tables stands on its forms. */
export interface RecordOnPaper {
  record: Complaint
  attachmentNames: string[]
}

interface Drawn {
  definition: PrintDefinition
  /** Characters that no font has, by field. */
  missing: MissingText[]
}

/** One sheet, and what its print is noted with. */
export type DrawnSheet = Drawn & { version: number; digest: string }

type Draw = (paper: RecordOnPaper, sheet: Sheet, rules: OfficeRules) => Drawn

const DRAW: Record<ComplaintForm, Draw> = {
  complaintVisit: ({ record, attachmentNames }, sheet) => {
    const input = { sheet, complaint: record, attachmentNames }
    return { definition: complaintVisitForm(input), missing: complaintMissing(input) }
  },
  complaintReceipt: ({ record }, sheet, rules) => {
    const input = { sheet, complaint: record, replyDueAt: replyDue(record, rules) }
    return { definition: complaintReceiptForm(input), missing: receiptMissing(input) }
  },
}

/** Draws a form of a record as its next print version. */
export function drawSheet(
  form: ComplaintForm,
  paper: RecordOnPaper,
  { head, rules }: SheetFacts,
): DrawnSheet {
  const { record } = paper
  const version = nextPrintVersion(record, form)
  const sheet = { ...head, number: record.number, version }
  return { ...DRAW[form](paper, sheet, rules), version, digest: contentDigest(record, form) }
}
