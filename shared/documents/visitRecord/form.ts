import { VISIT_PARTS } from '../../domain/visit/types'
import { formatPhone } from '../../util/contact'
import type { Block, PrintDefinition } from '../definition'
import { a4Form } from '../layout/frame'
import { bandRow, grid, gridRows, innerWidth, isLong, oneLine, type Row } from '../layout/grid'
import { options, yesOrNo } from '../layout/options'
import { closingBlock, type Signer } from '../layout/signatures'
import { type MissingText, missingTexts } from '../missing'
import { forms } from '../registry'
import { when } from '../when'
import { onPaper, type VisitRecordInput } from './input'
import { VISIT_PART_LABELS, VISIT_PART_WORDS, VISIT_WAY_WORDS } from './labels'

/** Who was visited by whom, when and how. */
function planRows({ sheet, visit: { plan, findings } }: VisitRecordInput): Row[] {
  const row = gridRows(sheet.coverage)
  const { person, way, appointmentAt, visitor = '' } = plan ?? {}
  return [
    bandRow('一、访问'),
    row([
      { label: '房号', value: person?.unitCode ?? '' },
      { label: '被访人', value: person?.name ?? '' },
      { label: '电话', value: oneLine(formatPhone(person?.phone ?? ''), sheet.coverage, innerWidth(5, 1)) },
    ]),
    row([{ label: '方式', value: options(VISIT_WAY_WORDS, way, 1, 5), span: 5 }]),
    row([
      { label: '预约时间', value: when(appointmentAt) },
      { label: '访问时间', value: when(findings?.visitedAt) },
      { label: '访问人', value: visitor },
    ]),
  ]
}

/** Room for the hand in each of the five parts, and for an opinion, points. */
const PART_ROOM = 46
const OPINION_ROOM = 30

/** 内容 in five parts, each under its own full name. */
function partRows({ sheet, visit: { findings } }: VisitRecordInput): Row[] {
  const row = gridRows(sheet.coverage)
  return [
    bandRow('二、内容'),
    ...VISIT_PARTS.map((part) =>
      row([{ label: VISIT_PART_LABELS[part], value: findings?.parts[part] ?? '', span: 5 }], PART_ROOM),
    ),
  ]
}

/** 反馈 that was promised, and what came of it. */
function feedbackRows({ sheet, visit: { findings, feedback } }: VisitRecordInput): Row[] {
  const row = gridRows(sheet.coverage)
  return [
    row([
      { label: '需反馈', value: yesOrNo(findings?.feedbackNeeded, 1, 1) },
      { label: '反馈期限', value: findings?.feedbackDueOn ?? '' },
      { label: '反馈时间', value: when(feedback?.at) },
    ]),
    row(
      [
        { label: '反馈结果', value: feedback?.result ?? '', span: 3 },
        { label: '反馈人', value: feedback?.by ?? '' },
      ],
      30,
    ),
  ]
}

/** 接待员意见: with the signatures where it is short enough to stay on one page with them, else before. */
function closing({ sheet, visit: { opinion } }: VisitRecordInput): Block[] {
  const row = gridRows(sheet.coverage)
  const said = [row([{ label: '接待员意见', value: opinion?.text ?? '', span: 5 }], OPINION_ROOM)]
  const by = row([
    { label: '接待员', value: opinion?.by ?? '' },
    { label: '意见时间', value: when(opinion?.at), span: 3 },
  ])
  const last = [
    // Written by hand it is signed and dated below.
    ...(opinion ? [by] : []),
    // Always written by hand: what the director decides on paper.
    row([{ label: '主任意见', value: '', span: 5 }], OPINION_ROOM),
  ]
  if (!isLong(opinion?.text ?? '', innerWidth(1, 5)))
    return [closingBlock([grid([...said, ...last])], SIGNERS, sheet.drawn)]
  return [grid(said), closingBlock([grid(last)], SIGNERS, sheet.drawn)]
}

/** 访问人, 业主 or 拒签, 接待员, 主任 (forms, "Which"). */
const SIGNERS: Signer[] = [
  { role: '访问人' },
  { role: '业主', choice: '拒签' },
  { role: '接待员' },
  { role: '主任' },
]

/**
 * 《访问业主记录》 (KF-FW-01): every field of a visit as domain 8 names it, but what is private. An empty `visit`, or one
 * on which nothing was ever written, gives the blank form for use away from the desk, with its number.
 */
export function visitRecordForm(given: VisitRecordInput): PrintDefinition {
  const input = onPaper(given)
  const content = [
    grid(planRows(input), true),
    grid(partRows(input), true),
    grid(feedbackRows(input)),
    ...closing(input),
  ]
  return a4Form(forms.visitRecord, input.sheet, content, input.visit.void)
}

type Labelled = readonly [string, string]

function planTexts({ sheet, visit: { plan } }: VisitRecordInput): Labelled[] {
  const { estateName, officeName } = sheet.office
  const office: Labelled[] = [
    ['小区', estateName],
    ['管理处', officeName],
    ['打印人', sheet.printedBy],
  ]
  if (!plan) return office
  const { person, visitor } = plan
  return [
    ...office,
    ['房号', person.unitCode],
    ['被访人', person.name],
    ['电话', formatPhone(person.phone)],
    ['访问人', visitor],
  ]
}

function findingsTexts({ visit: { findings, feedback } }: VisitRecordInput): Labelled[] {
  const parts = VISIT_PARTS.map((part): Labelled => [VISIT_PART_WORDS[part], findings?.parts[part] ?? ''])
  return [
    ...parts,
    ['反馈期限', findings?.feedbackDueOn ?? ''],
    ['反馈结果', feedback?.result ?? ''],
    ['反馈人', feedback?.by ?? ''],
  ]
}

/** Every free text that 《访问业主记录》 shows, with its label on the form. */
export function visitTexts(given: VisitRecordInput): Labelled[] {
  const input = onPaper(given)
  const { opinion, void: voided } = input.visit
  return [
    ...planTexts(input),
    ...findingsTexts(input),
    ['接待员意见', opinion?.text ?? ''],
    ['接待员', opinion?.by ?? ''],
    ['作废人', voided?.by ?? ''],
    ['作废原因', voided?.reason ?? ''],
  ]
}

/** Characters of this sheet that no font has, by field: to be said before it is printed. */
export function visitRecordMissing(input: VisitRecordInput): MissingText[] {
  return missingTexts(visitTexts(input), input.sheet.coverage)
}
