import { isBlankSheet } from '../../domain/complaint/paper'
import type { Complaint } from '../../domain/complaint/types'
import type { Sheet } from '../layout/frame'

export { options } from '../layout/options'
export { when } from '../when'

/**
 * What goes on the paper. Fields that are missing print as empty ruled cells, so `{}` is the blank form.
 * Fields of the record that paper never shows (internal notes, steps, other people's ids) are not here at all.
 */
export type ComplaintOnPaper = Partial<
  Pick<
    Complaint,
    | 'receivedBy'
    | 'intake'
    | 'others'
    | 'judgement'
    | 'handling'
    | 'suspension'
    | 'answers'
    | 'returnVisits'
    | 'verification'
    | 'summary'
    | 'closedAt'
    | 'closedBy'
    | 'escalatedAt'
    | 'escalatedBecause'
    | 'correctiveActionRef'
    | 'headOfficeReportedAt'
    | 'unreachable'
    | 'links'
    | 'void'
  >
>

export interface ComplaintVisitInput {
  sheet: Sheet
  complaint: ComplaintOnPaper
  /** Names of attachments (附件). */
  attachmentNames?: string[]
}

/**
 * What the sheet is drawn from: a number on which nothing was ever written (留号, or voided unused) prints the blank
 * form for the hand.
 */
export function onPaper(input: ComplaintVisitInput): ComplaintVisitInput {
  const { sheet, complaint } = input
  const { intake, void: voided = null } = complaint
  return intake && isBlankSheet({ intake }) ? { sheet, complaint: { void: voided } } : input
}
