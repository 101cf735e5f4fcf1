import type { Handling, PromiseMove } from '../../domain/complaint/types'
import type { Block } from '../definition'
import { bandRow, gridRows, innerWidth, paragraphs, type Row, valueText } from '../layout/grid'
import { choices, tickBox } from '../layout/marks'
import { type ComplaintVisitInput, when } from './input'
import { WAY_WORDS } from './labels'

function proposalLines(handling: Handling | null | undefined, input: ComplaintVisitInput): Block {
  const { coverage } = input.sheet
  const width = innerWidth(1, 5)
  const proposals = handling?.proposals ?? []
  if (proposals.length === 0) return { text: '' }
  const lines: Block[] = proposals.map((proposal, index) => ({
    columns: [
      tickBox(index === handling?.chosenProposal),
      { text: `${index + 1}.`, noWrap: true, width: 16 },
      { stack: [paragraphs(proposal, coverage, width - 30)], width: '*' },
    ],
  }))
  return { stack: [valueText('（打勾者为投诉人所选）', coverage, width), ...lines] }
}

function moveText(move: PromiseMove): string {
  return `${when(move.from)} 延至 ${when(move.to)}，原因：${move.reason}；${when(move.toldAt)} 告知投诉人；${move.movedBy} ${when(move.movedAt)} 登记`
}

/** What the person said to the proposals. */
function consentRows(input: ComplaintVisitInput): Row[] {
  const consent = input.complaint.handling?.consent
  const row = gridRows(input.sheet.coverage)
  const boxes = [
    { label: '同意', ticked: consent?.agreed === true },
    { label: '不同意', ticked: consent?.agreed === false },
  ]
  return [
    row([
      { label: '投诉人意见', value: choices(boxes, innerWidth(1, 1)) },
      { label: '意见时间', value: when(consent?.at) },
      { label: '意见方式', value: consent ? WAY_WORDS[consent.way] : '' },
    ]),
    row([
      { label: '意见说明', value: consent?.words ?? '', span: 3 },
      { label: '意见记录人', value: consent?.notedBy ?? '' },
    ]),
  ]
}

/** 处理: who does what by when, what was found, what was offered and done. */
export function handlingRows(input: ComplaintVisitInput): Row[] {
  const { handling, suspension } = input.complaint
  const row = gridRows(input.sheet.coverage)
  const moves = handling?.promiseMoves ?? []
  const rows = [
    bandRow('三、处理'),
    row([
      { label: '责任部门', value: handling?.department ?? '' },
      { label: '责任人', value: handling?.responsible ?? '' },
      { label: '派工时间', value: when(handling?.assignedAt) },
    ]),
    row([
      { label: '派工人', value: handling?.assignedBy ?? '' },
      { label: '承诺期限', value: when(handling?.promisedAt) },
      { label: '完成时间', value: when(handling?.completedAt) },
    ]),
    row([{ label: '延期告知', value: moves.map(moveText).join('\n'), span: 5 }]),
  ]
  if (suspension) {
    rows.push(
      row([{ label: '挂起原因', value: suspension.reason, span: 5 }]),
      row([
        { label: '挂起时间', value: when(suspension.suspendedAt) },
        { label: '挂起人', value: suspension.suspendedBy },
        { label: '下次联系日', value: suspension.nextContactOn },
      ]),
    )
  }
  rows.push(
    row([{ label: '调查经过', value: handling?.investigation ?? '', span: 5 }], 40),
    row([{ label: '原因分析', value: handling?.causeAnalysis ?? '', span: 5 }], 30),
    row(
      [
        {
          label: '处理方案',
          value: proposalLines(handling, input),
          text: handling?.proposals.join('\n'),
          span: 5,
        },
      ],
      40,
    ),
    ...consentRows(input),
    row([{ label: '处理措施', value: handling?.measures ?? '', span: 5 }], 40),
  )
  return rows
}
