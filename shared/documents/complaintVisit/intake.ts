import type { Complainant } from '../../domain/complaint/types'
import { formatPhone } from '../../util/contact'
import type { Block } from '../definition'
import { bandRow, gridRows, innerWidth, oneLine, type Row, valueText } from '../layout/grid'
import { choices } from '../layout/marks'
import { type ComplaintVisitInput, options, when } from './input'
import { CHANNEL_WORDS } from './labels'

function nameCell(person: Complainant | undefined, input: ComplaintVisitInput): Block {
  const anonymous = person?.anonymous ?? false
  const width = innerWidth(1, 1)
  return {
    stack: [
      // Who asks to stay unnamed is not named on paper, whatever the record knows.
      valueText(anonymous ? ' ' : person?.name || ' ', input.sheet.coverage, width),
      choices([{ label: '匿名', ticked: anonymous }], width),
    ],
  }
}

/** Grouped as on the screen, and on one line: a phone torn in two is dialled wrongly. */
function phoneCell(phone: string, input: ComplaintVisitInput): Block {
  return oneLine(formatPhone(phone), input.sheet.coverage, innerWidth(3, 1))
}

function personRow(input: ComplaintVisitInput): Row {
  const person = input.complaint.intake?.complainant
  const named = person?.anonymous ? undefined : person
  return gridRows(input.sheet.coverage)([
    { label: '投诉人', value: nameCell(person, input) },
    { label: '电话', value: phoneCell(named?.phone ?? '', input) },
    { label: '房号', value: named?.unitCode ?? '' },
  ])
}

/** 有财产损失或人员受伤, which asks for a 《事故报告》 as well; a blank form leaves both boxes to the hand. */
function lossRow(input: ComplaintVisitInput): Row {
  const loss = input.complaint.intake?.lossOrInjury
  const boxes = [
    { label: '无', ticked: loss === false },
    { label: '有财产损失或人员受伤（另填《事故报告》）', ticked: loss === true },
  ]
  return gridRows(input.sheet.coverage)([
    { label: '损失或受伤', value: choices(boxes, innerWidth(1, 5)), span: 5 },
  ])
}

/** 受理: who complains of what, in the person's own words. */
export function intakeRows(input: ComplaintVisitInput): Row[] {
  const { intake, receivedBy } = input.complaint
  const row = gridRows(input.sheet.coverage)
  return [
    bandRow('一、受理'),
    row([
      { label: '登记时间', value: when(intake?.registeredAt) },
      { label: '接待人', value: receivedBy ?? '' },
      { label: '事发时间', value: when(intake?.occurredAt) },
    ]),
    row([{ label: '渠道', value: options(CHANNEL_WORDS, intake?.channel, 1, 5), span: 5 }]),
    personRow(input),
    row([{ label: '被投诉人或部门', value: intake?.subject ?? '', span: 5 }]),
    row([{ label: '事发地点', value: intake?.place ?? '', span: 5 }]),
    row([{ label: '投诉内容', value: intake?.content ?? '', span: 5 }], 80),
    row([{ label: '诉求', value: intake?.remedy ?? '', span: 5 }], 30),
    lossRow(input),
    row([{ label: '附件', value: (input.attachmentNames ?? []).join('；'), span: 5 }]),
  ]
}
