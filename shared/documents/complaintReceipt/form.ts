import type { Block, PrintDefinition } from '../definition'
import { slipForm } from '../layout/slip'
import { forms } from '../registry'
import { annexRows } from './annex'
import { copyPart } from './copy'
import { type ComplaintReceiptInput, receiptTexts } from './input'
import { stubPart } from './stub'

/**
 * 《投诉处理回执》 (KF-TS-02) on A5 landscape: the stub that the office keeps and the part that the person takes along.
 * Long texts are excerpted, and say so; answers, which the person is owed, follow whole on an 附页.
 * An empty `complaint`, or one on which nothing was ever written, gives the blank receipt.
 */
export function complaintReceiptForm(input: ComplaintReceiptInput): PrintDefinition {
  const { sheet, complaint } = input
  const texts = receiptTexts(input)
  const copy: Block[] = copyPart(texts, input)
  return slipForm({
    meta: forms.complaintReceipt,
    sheet,
    voided: complaint.void,
    stub: stubPart(texts, input),
    copy,
    annex: annexRows(texts, sheet.coverage),
  })
}
