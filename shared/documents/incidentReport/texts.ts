import { linkTexts } from '../complaintVisit/closing'
import type { Sheet } from '../layout/frame'
import { type MissingText, missingTexts } from '../missing'
import { detailTexts } from './details'
import { reportPart } from './form'
import type { IncidentOnPaper, IncidentReportInput } from './input'
import { incidentLists, type PaperList } from './lists'

export type Labelled = readonly [string, string]

/** Whose sheet it is and who prints it. */
export function officeTexts({ office, printedBy }: Sheet): Labelled[] {
  return [
    ['小区', office.estateName],
    ['管理处', office.officeName],
    ['打印人', printedBy],
  ]
}

/** The texts of a list, under its name. */
export function listTexts({ title, rows }: PaperList): Labelled[] {
  return rows.flatMap((texts) => texts.map((text): Labelled => [title, text]))
}

/** What a report says in free words. */
export function reportTexts({ report, reportedBy }: IncidentOnPaper): Labelled[] {
  if (!report) return []
  return [
    ['报告人', reportedBy ?? ''],
    ['地点', report.place],
    ['起因', report.origin],
    ['经过', report.course],
    ['处理办法', report.measures],
    ['处理结果', report.result],
    ['防止再发生的建议', report.prevention],
  ]
}

/** Who looked at it and what they said, and why it was voided. */
export function reviewTexts({ verification, approval, void: voided }: IncidentOnPaper): Labelled[] {
  return [
    ['核实意见', verification?.words ?? ''],
    ['核实人', verification?.by ?? ''],
    ['审批意见', approval?.words ?? ''],
    ['审批人', approval?.by ?? ''],
    ['作废人', voided?.by ?? ''],
    ['作废原因', voided?.reason ?? ''],
  ]
}

function insuranceTexts({ insurance }: IncidentOnPaper): Labelled[] {
  if (!insurance) return []
  return [
    ['保险公司', insurance.insurer],
    ['保单号', insurance.policyNumber],
    ['报案号', insurance.claimNumber],
    ['保险说明', insurance.note],
  ]
}

/** Every text that one part of 《事故报告》 shows, with its label on the form. */
export function incidentTexts(given: IncidentReportInput, leaves: boolean): Labelled[] {
  const input = reportPart(given, leaves)
  const { sheet, incident, attachmentNames = [] } = input
  const { people, course, told, money, after } = incidentLists(input, leaves)
  return [
    ...officeTexts(sheet),
    ...reportTexts(incident),
    ['提交人', incident.submittedBy ?? ''],
    ...detailTexts(input).map(({ label, value }): Labelled => [label, value]),
    ...[people, ...course, ...told, ...money, ...after].flatMap(listTexts),
    ...insuranceTexts(incident),
    ...attachmentNames.map((name): Labelled => ['附件', name]),
    ...linkTexts(incident.links ?? []).map((text): Labelled => ['关联编号', text]),
    ...reviewTexts(incident),
  ]
}

/** Characters of this report that no font has, by field: to be said before it is printed. */
export function incidentReportMissing(input: IncidentReportInput): MissingText[] {
  return missingTexts(incidentTexts(input, false), input.sheet.coverage)
}
