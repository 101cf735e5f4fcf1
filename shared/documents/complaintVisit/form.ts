import type { PrintDefinition } from '../definition'
import { a4Form } from '../layout/frame'
import { grid } from '../layout/grid'
import { closingBlock } from '../layout/signatures'
import { forms } from '../registry'
import { closingRows, signersOf, summaryRows } from './closing'
import { answerRows, returnVisitTable, unreachableRows } from './followUp'
import { handlingRows } from './handling'
import { type ComplaintVisitInput, onPaper } from './input'
import { intakeRows } from './intake'
import { judgementRows } from './judgement'
import { othersTable } from './others'

/**
 * 《投诉来访记录》 (KF-TS-01): every field of a complaint as domain 5 names it.
 * An empty `complaint`, or one on which nothing was ever written, gives the blank form for use away from the desk,
 * with its number.
 */
export function complaintVisitForm(given: ComplaintVisitInput): PrintDefinition {
  const input = onPaper(given)
  const content = [
    grid(intakeRows(input), true),
    ...othersTable(input),
    grid(judgementRows(input), true),
    grid(handlingRows(input), true),
    grid(answerRows(input), true),
    returnVisitTable(input),
    ...unreachableRows(input),
    grid(summaryRows(input), true),
    closingBlock([grid(closingRows(input))], signersOf(input.complaint), input.sheet.drawn),
  ]
  return a4Form(forms.complaintVisit, input.sheet, content, input.complaint.void)
}
