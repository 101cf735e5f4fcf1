import type { Block } from '../definition'
import { fits } from '../excerpt'
import { COPY_WIDTH } from '../layout/slip'
import { slipGrid, type SlipShape, signedBy, slipSignature, slipValueWidth } from '../layout/slipGrid'
import type { Coverage } from '../runs'
import { type ComplaintReceiptInput, type ReceiptTexts } from './input'

const ANSWER_LINES = 3

function shapeOf(coverage: Coverage): SlipShape {
  return { width: COPY_WIDTH, label: 44, size: 9, coverage }
}

function said({ at, way, content }: ReceiptTexts['answers'][number]): string {
  return `${at} ${way}：${content}`
}

function answersText(texts: ReceiptTexts): string {
  return texts.answers.map(said).join('\n')
}

/** True where the answers have no room on the first page and go to the 附页. */
export function needsAnnex(texts: ReceiptTexts, coverage: Coverage): boolean {
  const shape = shapeOf(coverage)
  return !fits(answersText(texts), {
    lines: ANSWER_LINES,
    width: slipValueWidth(shape, 1),
    size: shape.size,
  })
}

function wholeIn(text: string): string {
  return `……（摘录，全文${[...text].length}字登记在《投诉来访记录》）`
}

const HINT =
  '请保管本回执。凭编号可到客服前台或来电查询进展；过了期限没有答复，或者对处理结果不满意，请把编号告诉我们，由客服主管复核后答复您。'
const VOID_HINT = '本回执已经作废，请不要再凭它查询；有疑问请到客服前台，出示编号即可。'

/** 客户联: what was taken down, what was promised and answered, and what the slip is good for. */
export function copyPart(texts: ReceiptTexts, { sheet, complaint }: ComplaintReceiptInput): Block[] {
  const shape = shapeOf(sheet.coverage)
  const signer = texts.receivedBy === '' ? '接待人' : `接待人（${texts.receivedBy}）`
  return [
    slipGrid(
      [
        {
          pairs: [
            { label: '受理时间', value: texts.registeredAt },
            { label: '渠道', value: texts.channel },
          ],
        },
        {
          pairs: [
            { label: '投诉人', value: texts.name },
            { label: '房号', value: texts.unit },
          ],
          most: 3,
        },
        { pairs: [{ label: '投诉内容', value: texts.content, more: wholeIn(texts.content) }], lines: 4 },
        { pairs: [{ label: '诉求', value: texts.remedy, more: wholeIn(texts.remedy) }], lines: 2 },
        {
          pairs: [
            { label: '承诺期限', value: texts.promisedAt },
            { label: '答复期限', value: texts.replyDueAt },
          ],
        },
        {
          pairs: [
            { label: '完成时间', value: texts.completedAt },
            { label: '咨询电话', value: '' },
          ],
        },
        {
          pairs: [{ label: '答复', value: answersText(texts), more: '……（未完，全文见附页）' }],
          lines: ANSWER_LINES,
        },
      ],
      shape,
    ),
    slipSignature(signer, shape, signedBy(sheet, '接待人')),
    { text: complaint.void ? VOID_HINT : HINT, fontSize: 8, margin: [0, 2, 0, 0] },
  ]
}
