import { INCIDENT_KIND_WORDS } from '../../domain/incident/kindWords'
import { linkTexts } from '../complaintVisit/closing'
import type { Block, PrintDefinition } from '../definition'
import { a4Form, inParts, type Sheet } from '../layout/frame'
import { bandRow, grid, gridRows, innerWidth, isLong, type Row } from '../layout/grid'
import { options, yesOrNo } from '../layout/options'
import { closingBlock, type Signer } from '../layout/signatures'
import { forms } from '../registry'
import { when } from '../when'
import { detailRows } from './details'
import { blankOr, type IncidentOnPaper, type IncidentReportInput, leaving } from './input'
import { INCIDENT_SEVERITY_WORDS } from './labels'
import { type Emptiness, incidentLists, listTable } from './lists'

/** What happened where and when, and who reports it. */
export function headRows(
  sheet: Sheet,
  { report, reportedBy, submittedAt, submittedBy }: IncidentOnPaper,
): Row[] {
  const row = gridRows(sheet.coverage)
  return [
    bandRow('一、基本情况'),
    row([{ label: '类型', value: options(INCIDENT_KIND_WORDS, report?.kind, 1, 5), span: 5 }]),
    row([
      { label: '发生时间', value: when(report?.occurredAt) },
      { label: '地点', value: report?.place ?? '', span: 3 },
    ]),
    row([
      { label: '报告人', value: reportedBy ?? '' },
      { label: '提交人', value: submittedBy ?? '' },
      { label: '提交时间', value: when(submittedAt) },
    ]),
    row([
      { label: '程度', value: options(INCIDENT_SEVERITY_WORDS, report?.severity, 1, 1) },
      { label: '有人受伤或发病', value: yesOrNo(report?.personHurt, 3, 3), span: 3 },
    ]),
  ]
}

const ROOM = 46

function courseRows({ sheet, incident: { report } }: IncidentReportInput): Row[] {
  const row = gridRows(sheet.coverage)
  return [
    bandRow('二、起因与经过'),
    row([{ label: '起因', value: report?.origin ?? '', span: 5 }], ROOM),
    row([{ label: '经过', value: report?.course ?? '', span: 5 }], 2 * ROOM),
  ]
}

function handlingRows({ sheet, incident: { report } }: IncidentReportInput): Row[] {
  const row = gridRows(sheet.coverage)
  return [
    bandRow('三、处理'),
    row([{ label: '处理办法', value: report?.measures ?? '', span: 5 }], ROOM),
    row([{ label: '处理结果', value: report?.result ?? '', span: 5 }], ROOM),
    row([{ label: '防止再发生的建议', value: report?.prevention ?? '', span: 5 }], ROOM),
  ]
}

function insuranceRows({ sheet, incident: { insurance, report } }: IncidentReportInput): Row[] {
  if (report && !insurance) return []
  const row = gridRows(sheet.coverage)
  return [
    bandRow('保险'),
    row([
      { label: '保险公司', value: insurance?.insurer ?? '' },
      { label: '保单号', value: insurance?.policyNumber ?? '', span: 3 },
    ]),
    row([
      { label: '报案时间', value: when(insurance?.reportedAt) },
      { label: '报案号', value: insurance?.claimNumber ?? '', span: 3 },
    ]),
    row([{ label: '说明', value: insurance?.note ?? '', span: 5 }]),
  ]
}

function papersRows({ sheet, incident: { links = [] }, attachmentNames = [] }: IncidentReportInput): Row[] {
  const row = gridRows(sheet.coverage)
  return [
    row([{ label: '附件', value: attachmentNames.join('；'), span: 5 }]),
    row([{ label: '关联编号', value: linkTexts(links).join('、'), span: 5 }]),
  ]
}

type Reviewed = Pick<IncidentOnPaper, 'verification' | 'approval'>

/** 审核: both opinions, then who gave them when, which stays with the signatures. */
export function reviewBlock(band: string, sheet: Sheet, reviewed: Reviewed, signers: Signer[]): Block[] {
  const { verification, approval } = reviewed
  const row = gridRows(sheet.coverage)
  const said = [
    bandRow(band),
    row([{ label: '核实意见', value: verification?.words ?? '', span: 5 }], 34),
    row([{ label: '审批意见', value: approval?.words ?? '', span: 5 }], 34),
  ]
  const last = [
    row([
      { label: '核实人', value: verification?.by ?? '' },
      { label: '核实时间', value: when(verification?.at), span: 3 },
    ]),
    row([
      { label: '审批人', value: approval?.by ?? '' },
      { label: '审批时间', value: when(approval?.at), span: 3 },
    ]),
  ]
  const long = [verification, approval].some((one) => isLong(one?.words ?? '', innerWidth(1, 5)))
  if (!long) return [closingBlock([grid([...said, ...last])], signers, sheet.drawn)]
  return [grid(said, true), closingBlock([grid(last)], signers, sheet.drawn)]
}

/** What an empty list of this record looks like. */
export function emptinessOf({ report, submittedAt }: IncidentOnPaper): Emptiness {
  if (!report) return 'blank'
  return submittedAt ? 'final' : 'open'
}

const SIGNERS: Signer[] = [{ role: '报告人' }, { role: '客服主管' }, { role: '主任' }]

/** What stands on one part: the one that leaves has no phones and no notes on people. */
export function reportPart(given: IncidentReportInput, leaves: boolean): IncidentReportInput {
  const incident = blankOr(given.incident)
  return { ...given, incident: leaves ? leaving(incident) : incident }
}

function content(input: IncidentReportInput, leaves: boolean): Block[] {
  const { sheet, incident } = input
  const empty = emptinessOf(incident)
  const lists = incidentLists(input, leaves)
  const tables = (of: typeof lists.told): Block[] =>
    of.flatMap((list) => listTable(list, empty, sheet.coverage))
  const own = detailRows(input)
  const insured = insuranceRows(input)
  return [
    grid(headRows(sheet, incident), true),
    ...tables([lists.people]),
    grid(courseRows(input), true),
    ...(own.length > 0 ? [grid(own, true)] : []),
    ...tables(lists.course),
    ...tables(lists.told),
    ...tables(lists.money),
    ...(insured.length > 0 ? [grid(insured, true)] : []),
    grid(handlingRows(input), true),
    ...tables(lists.after),
    grid(papersRows(input)),
    ...reviewBlock('四、审核', sheet, incident, SIGNERS),
  ]
}

/**
 * 《事故报告》 (KF-SG-01), 存档联 and 上报联: every field of an incident as domain 7 names it, but 伤情. An empty
 * `incident`, or one on which nothing was ever written, gives the blank form with its number.
 */
export function incidentReportForm(given: IncidentReportInput): PrintDefinition {
  return inParts(forms.incidentReport, (part, index) => {
    const leaves = index > 0
    const input = reportPart(given, leaves)
    const { restricted, void: voided = null } = input.incident
    const marks = { part, ...(restricted ? { note: '限阅' } : {}) }
    return a4Form(forms.incidentReport, input.sheet, content(input, leaves), voided, marks)
  })
}
