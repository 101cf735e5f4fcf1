import type { MonthSignature } from '../../domain/monthReview/types'
import type { Block } from '../definition'
import { bandRow, grid, gridRows, type Row } from '../layout/grid'
import { choices } from '../layout/marks'
import { closingBlock } from '../layout/signatures'
import type { Column } from '../layout/table'
import { VERDICT_WORDS } from '../visitSummary/suggestions'
import { when } from '../when'
import type { MonthlyReportInput } from './input'
import { partTable } from './lists'

const VERDICT_WIDTH = 44
const SUGGESTIONS: Column[] = [
  ['建议', 0],
  ['提出', 96],
  ['决定', VERDICT_WIDTH],
  ['批示', 150],
]

/** 建议 with 采纳 or 不采纳 each; what is not decided on yet has boxes for the hand. */
export function suggestionTable(band: string, input: MonthlyReportInput): Block {
  const rows = input.review.suggestions.map(({ text, by, at, decision }) => [
    text,
    `${by}\n${when(at)}`,
    choices(
      (['adopted', 'notAdopted'] as const).map((verdict) => ({
        label: VERDICT_WORDS[verdict],
        ticked: decision?.verdict === verdict,
      })),
      VERDICT_WIDTH,
    ),
    decision ? [decision.note, `${decision.by}\n${when(decision.at)}`].filter(Boolean).join('\n') : '',
  ])
  return partTable(band, SUGGESTIONS, rows, input)
}

const REOPENINGS: Column[] = [
  ['事项', 50],
  ['时间', 92],
  ['经手人', 60],
  ['原因', 0],
]

export const REOPENING_WORDS = { returned: '退回', reopened: '重开' } as const

/** 退回 and 重开, each with its reason (domain 12). */
export function reopeningTable(band: string, input: MonthlyReportInput): Block {
  const rows = input.review.reopenings.map(({ kind, at, by, reason }) => [
    REOPENING_WORDS[kind],
    when(at),
    by,
    reason,
  ])
  return partTable(band, REOPENINGS, rows, input)
}

const GROUP = 8

/** A digest in groups of eight, to be compared by eye. */
export function groupedDigest(digest: string): string {
  return (digest.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join(' ')
}

export function signatureWords(signature: MonthSignature | null): string {
  return signature ? `${signature.by}　${when(signature.at)}` : ''
}

/** Height of an empty box for words by hand, points. */
const ROOM = 48

/** 意见 and 批示, who signed when, the digest; the signatures stay with the last lines. */
export function closing(band: string, input: MonthlyReportInput): Block[] {
  const { review, approval, digest } = input.review
  const row = gridRows(input.sheet.coverage)
  const said: Row[] = [
    bandRow(band),
    row([{ label: '审核意见', value: review?.words ?? '', span: 5 }], ROOM),
    row([{ label: '审阅批示', value: approval?.words ?? '', span: 5 }], ROOM),
  ]
  const last: Row[] = [
    row([{ label: '审核', value: signatureWords(review), span: 5 }]),
    row([{ label: '审阅', value: signatureWords(approval), span: 5 }]),
    row([{ label: '本月摘要', value: digest === '' ? '签字后生成' : groupedDigest(digest), span: 5 }], 30),
  ]
  const signers = [
    { role: '客服主管', note: '（审核）' },
    { role: '主任', note: '（审阅）' },
  ]
  return [grid(said, true), closingBlock([grid(last)], signers, input.sheet.drawn)]
}
