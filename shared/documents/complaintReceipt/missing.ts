import { type MissingText, missingTexts } from '../missing'
import { type ComplaintReceiptInput, receiptTexts } from './input'

/** Every free text that the receipt shows, with its label on the form. */
function receiptLabelled(input: ComplaintReceiptInput): (readonly [string, string])[] {
  const { sheet, complaint } = input
  const texts = receiptTexts(input)
  return [
    ['小区', sheet.office.estateName],
    ['管理处', sheet.office.officeName],
    ['投诉人', texts.name],
    ['房号', texts.unit],
    ['投诉内容', texts.content],
    ['诉求', texts.remedy],
    ['接待人', texts.receivedBy],
    ...texts.answers.map(({ content }) => ['答复内容', content] as const),
    ['作废原因', complaint.void?.reason ?? ''],
    ['作废人', complaint.void?.by ?? ''],
  ]
}

/** Characters of this receipt that no font has, by field: to be said before it is printed. */
export function receiptMissing(input: ComplaintReceiptInput): MissingText[] {
  return missingTexts(receiptLabelled(input), input.sheet.coverage)
}
