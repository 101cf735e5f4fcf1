import type { RecordLink } from '../../domain/register/types'
import { bandRow, gridRows, type Row } from '../layout/grid'
import type { Signer } from '../layout/signatures'
import type { ComplaintOnPaper, ComplaintVisitInput } from './input'
import { when } from './input'
import { RELATION_WORDS } from './labels'

/** 总结: what was learnt, and what 重大 asks for. */
export function summaryRows(input: ComplaintVisitInput): Row[] {
  const { verification, summary } = input.complaint
  const row = gridRows(input.sheet.coverage)
  return [
    bandRow('六、核实与总结'),
    row([
      { label: '核实人', value: verification?.verifiedBy ?? '' },
      { label: '核实时间', value: when(verification?.verifiedAt), span: 3 },
    ]),
    row([{ label: '核实意见', value: verification?.words ?? '', span: 5 }]),
    row([{ label: '总结评价', value: summary ?? '', span: 5 }], 30),
  ]
}

/** Linked numbers, and how they belong here where it is more than 关联. */
export function linkTexts(links: readonly Pick<RecordLink, 'number' | 'relation'>[]): string[] {
  return links.map(({ number, relation }) =>
    relation === 'related' ? number : `${number}（${RELATION_WORDS[relation]}）`,
  )
}

/** The last rows, which stay with the signatures. */
export function closingRows(input: ComplaintVisitInput): Row[] {
  const { complaint } = input
  const row = gridRows(input.sheet.coverage)
  return [
    row([
      { label: '纠正措施', value: complaint.correctiveActionRef ?? '' },
      { label: '报告总部', value: when(complaint.headOfficeReportedAt), span: 3 },
    ]),
    row([{ label: '关联编号', value: linkTexts(complaint.links ?? []).join('、'), span: 5 }]),
    row([
      { label: '关闭时间', value: when(complaint.closedAt) },
      { label: '关闭人', value: complaint.closedBy ?? '', span: 3 },
    ]),
  ]
}

/**
 * Who signs (forms, "Which"): 接待人, 责任人, 客服主管; 主任 for fees, attitude and 重大; the person if present.
 * A blank form has a box for each, because nobody knows yet.
 */
export function signersOf({ intake, judgement }: ComplaintOnPaper): Signer[] {
  const always: Signer[] = [{ role: '接待人' }, { role: '责任人' }, { role: '客服主管' }]
  if (!intake) return [...always, { role: '主任' }, { role: '投诉人', note: '（到场时）' }]
  const forDirector =
    judgement?.cause === 'fees' || judgement?.cause === 'attitude' || judgement?.severity === 'major'
  const present = intake.channel === 'visit' && !intake.complainant.anonymous
  return [...always, ...(forDirector ? [{ role: '主任' }] : []), ...(present ? [{ role: '投诉人' }] : [])]
}
