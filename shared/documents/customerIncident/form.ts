import type { Incident } from '../../domain/incident/types'
import type { Block, PrintDefinition } from '../definition'
import { emptinessOf, headRows, reviewBlock } from '../incidentReport/form'
import { blankOr, leaving } from '../incidentReport/input'
import { listTable, type PaperList, partyList, supplementList } from '../incidentReport/lists'
import { type Labelled, listTexts, officeTexts, reportTexts, reviewTexts } from '../incidentReport/texts'
import { a4Form, inParts, type Sheet } from '../layout/frame'
import { bandRow, grid, gridRows, type Row } from '../layout/grid'
import type { Signer } from '../layout/signatures'
import { type MissingText, missingTexts } from '../missing'
import { forms } from '../registry'

/** What of an incident goes on the paper that is kept from everybody else; `{}` is the blank form. */
export type CustomerIncidentOnPaper = Partial<
  Pick<
    Incident,
    | 'reportedBy'
    | 'report'
    | 'parties'
    | 'injuries'
    | 'submittedAt'
    | 'submittedBy'
    | 'verification'
    | 'approval'
    | 'supplements'
    | 'void'
  >
>

export interface CustomerIncidentInput {
  sheet: Sheet
  incident: CustomerIncidentOnPaper
}

function injuryList({ injuries = [] }: CustomerIncidentOnPaper): PaperList {
  return {
    title: '伤情',
    columns: [
      ['伤病者', 90],
      ['伤情', 0],
      ['救治去向', 150],
    ],
    rows: injuries.map(({ who, condition, treatment }) => [who, condition, treatment]),
    blank: 2,
  }
}

const ROOM = 60

function courseRows({ sheet, incident: { report } }: CustomerIncidentInput): Row[] {
  const row = gridRows(sheet.coverage)
  return [
    bandRow('二、起因与经过'),
    row([{ label: '起因', value: report?.origin ?? '', span: 5 }], ROOM),
    row([{ label: '经过', value: report?.course ?? '', span: 5 }], ROOM),
  ]
}

function handlingRows({ sheet, incident: { report } }: CustomerIncidentInput): Row[] {
  const row = gridRows(sheet.coverage)
  return [
    bandRow('三、处理'),
    row([{ label: '处理办法', value: report?.measures ?? '', span: 5 }], ROOM),
    row([{ label: '处理结果', value: report?.result ?? '', span: 5 }], ROOM),
    row([{ label: '防止再发生\n的建议\n和设想', value: report?.prevention ?? '', span: 5 }], ROOM),
  ]
}

const SIGNERS: Signer[] = [
  { role: '报告人' },
  { role: '值班经理' },
  { role: '主任' },
  { role: '当事人', note: '（可不签）' },
]

/** A 当事人 who signs reads it: neither part has the phone of anybody, or a note on a person. */
function readByParties(given: CustomerIncidentInput): CustomerIncidentInput {
  return { ...given, incident: leaving(blankOr(given.incident)) }
}

function content(input: CustomerIncidentInput): Block[] {
  const { sheet, incident } = input
  const empty = emptinessOf(incident)
  const tables = (list: PaperList): Block[] => listTable(list, empty, sheet.coverage)
  return [
    grid(headRows(sheet, incident), true),
    ...tables(partyList(incident.parties ?? [], true)),
    ...tables(injuryList(incident)),
    grid(courseRows(input), true),
    grid(handlingRows(input), true),
    ...tables(supplementList(incident)),
    ...reviewBlock('四、审核', sheet, incident, SIGNERS),
  ]
}

/**
 * 《客户事故报告》 (KF-SG-02), 内部限阅: for an incident in which a person was hurt or fell ill, the only paper with 伤情. An
 * empty `incident`, or one on which nothing was ever written, gives the blank form with its number.
 */
export function customerIncidentForm(given: CustomerIncidentInput): PrintDefinition {
  return inParts(forms.customerIncident, (part) => {
    const input = readByParties(given)
    const marks = { part, note: '内部限阅' }
    const { void: voided = null } = input.incident
    return a4Form(forms.customerIncident, input.sheet, content(input), voided, marks)
  })
}

/** Every free text that 《客户事故报告》 shows, with its label on the form. */
export function customerIncidentTexts(given: CustomerIncidentInput): Labelled[] {
  const { sheet, incident } = readByParties(given)
  const lists = [partyList(incident.parties ?? [], true), injuryList(incident), supplementList(incident)]
  return [
    ...officeTexts(sheet),
    ...reportTexts(incident),
    ['提交人', incident.submittedBy ?? ''],
    ...lists.flatMap(listTexts),
    ...reviewTexts(incident),
  ]
}

/** Characters of this report that no font has, by field: to be said before it is printed. */
export function customerIncidentMissing(input: CustomerIncidentInput): MissingText[] {
  return missingTexts(customerIncidentTexts(input), input.sheet.coverage)
}
