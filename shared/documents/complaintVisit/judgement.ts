import { bandRow, gridRows, type Row } from '../layout/grid'
import { type ComplaintVisitInput, options, when } from './input'
import { CAUSE_WORDS, NATURE_WORDS, SEVERITY_WORDS } from './labels'

const BECAUSE = {
  overAMonth: '受理满一个月未解决，自动列为重大',
  repeatedPromise: '承诺的服务多次提出仍未提供，列为重大',
} as const

/** 判定: what kind, how grave, what cause. */
export function judgementRows(input: ComplaintVisitInput): Row[] {
  const { judgement, escalatedAt, escalatedBecause } = input.complaint
  const row = gridRows(input.sheet.coverage)
  const rows = [
    bandRow('二、判定'),
    row([{ label: '性质', value: options(NATURE_WORDS, judgement?.nature, 1, 5), span: 5 }]),
    row([{ label: '原因类别', value: options(CAUSE_WORDS, judgement?.cause, 1, 5), span: 5 }]),
    row([
      { label: '程度', value: options(SEVERITY_WORDS, judgement?.severity, 1, 1) },
      { label: '判定人', value: judgement?.judgedBy ?? '' },
      { label: '判定时间', value: when(judgement?.judgedAt) },
    ]),
  ]
  if (escalatedAt && escalatedBecause) {
    rows.push(
      row([
        { label: '升级时间', value: when(escalatedAt) },
        { label: '升级原因', value: BECAUSE[escalatedBecause], span: 3 },
      ]),
    )
  }
  return rows
}
