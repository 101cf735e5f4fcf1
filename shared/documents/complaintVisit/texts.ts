import { formatPhone } from '../../util/contact'
import { type MissingText, missingTexts } from '../missing'
import { linkTexts } from './closing'
import { visitWords } from './followUp'
import { type ComplaintVisitInput, onPaper } from './input'
import { otherTexts } from './others'

type Labelled = readonly [string, string]

function intakeTexts({ complaint: { intake } }: ComplaintVisitInput): Labelled[] {
  if (!intake) return []
  const { complainant: person } = intake
  const named: Labelled[] = [
    ['投诉人', person.name],
    ['电话', formatPhone(person.phone)],
    ['房号', person.unitCode],
  ]
  return [
    ...(person.anonymous ? [] : named),
    ['被投诉人或部门', intake.subject],
    ['事发地点', intake.place],
    ['投诉内容', intake.content],
    ['诉求', intake.remedy],
  ]
}

function othersTexts({ complaint }: ComplaintVisitInput): Labelled[] {
  return otherTexts(complaint).flatMap((texts) => texts.map((text): Labelled => ['其他投诉人', text]))
}

function handlingTexts({ complaint: { handling, suspension } }: ComplaintVisitInput): Labelled[] {
  const suspended: Labelled[] = suspension
    ? [
        ['挂起原因', suspension.reason],
        ['挂起人', suspension.suspendedBy],
      ]
    : []
  if (!handling) return suspended
  return [
    ...suspended,
    ['责任部门', handling.department],
    ['责任人', handling.responsible],
    ['派工人', handling.assignedBy],
    ...handling.promiseMoves.flatMap((move): Labelled[] => [
      ['延期告知', move.reason],
      ['延期告知', move.movedBy],
    ]),
    ['调查经过', handling.investigation],
    ['原因分析', handling.causeAnalysis],
    ...handling.proposals.map((proposal): Labelled => ['处理方案', proposal]),
    ['意见说明', handling.consent?.words ?? ''],
    ['意见记录人', handling.consent?.notedBy ?? ''],
    ['处理措施', handling.measures],
  ]
}

function followUpTexts({ complaint }: ComplaintVisitInput): Labelled[] {
  return [
    ...(complaint.answers ?? []).flatMap((answer): Labelled[] => [
      ['答复人', answer.answeredBy],
      ['答复对象', answer.person],
      ['答复内容', answer.content],
    ]),
    ...(complaint.returnVisits ?? []).flatMap((visit): Labelled[] => [
      ['回访人', visit.visitedBy],
      ['投诉人的话', visitWords(visit)],
    ]),
  ]
}

function closingTexts({ complaint }: ComplaintVisitInput): Labelled[] {
  return [
    ['无法回访', complaint.unreachable?.reason ?? ''],
    ['确认人', complaint.unreachable?.by ?? ''],
    ['核实人', complaint.verification?.verifiedBy ?? ''],
    ['核实意见', complaint.verification?.words ?? ''],
    ['总结评价', complaint.summary ?? ''],
    ['纠正措施', complaint.correctiveActionRef ?? ''],
    ...linkTexts(complaint.links ?? []).map((text): Labelled => ['关联编号', text]),
    ['关闭人', complaint.closedBy ?? ''],
    ['作废人', complaint.void?.by ?? ''],
    ['作废原因', complaint.void?.reason ?? ''],
  ]
}

/** Every free text that 《投诉来访记录》 shows, with its label on the form. */
export function complaintTexts(given: ComplaintVisitInput): Labelled[] {
  const input = onPaper(given)
  const { complaint, sheet } = input
  return [
    ['小区', sheet.office.estateName],
    ['管理处', sheet.office.officeName],
    ['打印人', sheet.printedBy],
    ['接待人', complaint.receivedBy ?? ''],
    ...intakeTexts(input),
    ...othersTexts(input),
    ...(input.attachmentNames ?? []).map((name): Labelled => ['附件', name]),
    ['判定人', complaint.judgement?.judgedBy ?? ''],
    ...handlingTexts(input),
    ...followUpTexts(input),
    ...closingTexts(input),
  ]
}

/** Characters of this record that no font has, by field: to be said before it is printed. */
export function complaintMissing(input: ComplaintVisitInput): MissingText[] {
  return missingTexts(complaintTexts(input), input.sheet.coverage)
}
