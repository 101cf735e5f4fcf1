import { formatCivil } from '../../util/civilTime'
import type { Block } from '../definition'
import { choices } from '../layout/marks'
import { STUB_WIDTH } from '../layout/slip'
import { slipGrid, type SlipShape, signedBy, slipSignature, slipValueWidth } from '../layout/slipGrid'
import type { ComplaintReceiptInput, ReceiptTexts } from './input'

/** How the other part reached its owner: ticked by hand. */
const HANDED = ['面交', '代领', '投递', '未取']

function answered({ answers }: ReceiptTexts): string {
  const last = answers.at(-1)
  if (!last) return ''
  return answers.length === 1 ? `${last.at} ${last.way}` : `${answers.length} 次，最近 ${last.at}`
}

function voidText({ complaint }: ComplaintReceiptInput): string {
  const voided = complaint.void
  return voided ? `${formatCivil(voided.at)} ${voided.by}：${voided.reason}` : ''
}

/** 存根: which receipt went out for what, and how it was handed over. */
export function stubPart(texts: ReceiptTexts, input: ComplaintReceiptInput): Block[] {
  const shape: SlipShape = { width: STUB_WIDTH, label: 36, size: 8, coverage: input.sheet.coverage }
  const boxes = choices(
    HANDED.map((label) => ({ label, ticked: false })),
    slipValueWidth(shape, 1),
    shape.size,
  )
  const voided = voidText(input)
  return [
    slipGrid(
      [
        { pairs: [{ label: '受理时间', value: texts.registeredAt }] },
        { pairs: [{ label: '投诉人', value: texts.name }] },
        { pairs: [{ label: '房号', value: texts.unit }] },
        { pairs: [{ label: '投诉内容', value: texts.content }], lines: 3 },
        { pairs: [{ label: '承诺期限', value: texts.promisedAt }] },
        { pairs: [{ label: '答复期限', value: texts.replyDueAt }] },
        { pairs: [{ label: '答复', value: answered(texts) }] },
        voided === ''
          ? { pairs: [{ label: '交付', value: boxes }], lines: 2 }
          : { pairs: [{ label: '作废', value: voided }], lines: 3 },
      ],
      shape,
    ),
    slipSignature('接待人', shape, signedBy(input.sheet, '接待人')),
  ]
}
