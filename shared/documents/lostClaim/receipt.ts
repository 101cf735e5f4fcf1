import { formatCivil } from '../../util/civilTime'
import type { Block } from '../definition'
import { slipGrid, type SlipRow, signedBy, slipSignature } from '../layout/slipGrid'
import type { LostClaimInput, LostClaimTexts } from './input'
import { receiptShape } from './shapes'

const HINT = '失主前来认领或本物移交时，可凭编号查询。《民法典》第314至318条，以现行法律为准。'

function row(label: string, value: string, lines = 1): SlipRow {
  return { pairs: [{ label, value }], lines }
}

/** 拾获人回执: what was handed in, when and to whom. It leaves the office: no features, clues, value or notes. */
export function receiptPart(texts: LostClaimTexts, { sheet, item }: LostClaimInput): Block[] {
  const shape = receiptShape(sheet.coverage)
  const voided = item.void
  const signer = texts.receivedBy === '' ? '值班经理' : `值班经理（${texts.receivedBy}）`
  return [
    slipGrid(
      [
        row('物品名称', texts.name, 2),
        row('类别', texts.category),
        row('数量', texts.quantity),
        row('捡获时间', texts.foundAt),
        row('捡获地点', texts.foundPlace, 2),
        row('捡获人', texts.finder),
        row('上交时间', texts.handedInAt),
        ...(voided ? [row('作废', `${formatCivil(voided.at)} ${voided.by}：${voided.reason}`, 3)] : []),
      ],
      shape,
    ),
    slipSignature(signer, shape, signedBy(sheet, '值班经理')),
    ...(voided ? [] : [{ text: HINT, fontSize: 7.5, margin: [0, 2, 0, 0] } satisfies Block]),
  ]
}
