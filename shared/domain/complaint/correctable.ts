import type { Correctable, CorrectableField } from '../register/correctable'
import { fieldsAt } from '../register/correctable'
import { isBefore } from '../register/moments'
import { allObjections, type Objection } from '../register/objections'
import { refuse } from '../../util/result'
import { objectionToIntake } from './commands/intake'
import {
  CAUSES,
  CHANNELS,
  CONTACT_WAYS,
  type Complaint,
  NATURES,
  SEVERITIES,
  VISIT_OUTCOMES,
  type VisitOutcome,
} from './types'

/** What a 更正单 can correct of a complaint (domain 5, 12): what it says, not who did what in the app. */
export const complaintCorrectable: Correctable<Complaint> = {
  fields: (record) => [
    ...intakeFields(),
    ...otherFields(record),
    ...(record.judgement ? judgementFields() : []),
    ...(record.handling ? handlingFields() : []),
    ...answerFields(record),
    ...visitFields(record),
    ...closingFields(record),
  ],
  objection: (record, ctx) => allObjections(objectionToIntake(record.intake, ctx), objectionToOrder(record)),
}

/** What was done about a complaint was not done before it came. */
function objectionToOrder({ intake, handling, answers, returnVisits }: Complaint): Objection {
  const moments = [
    handling?.completedAt,
    ...answers.map(({ answeredAt }) => answeredAt),
    ...returnVisits.map(({ visitedAt }) => visitedAt),
  ]
  const early = moments.some((at) => at && isBefore(at, intake.registeredAt))
  return early ? refuse('time.beforeRegistration') : null
}

function part(section: string, at: string, given: Parameters<typeof fieldsAt>[3]): CorrectableField[] {
  return fieldsAt('complaints', `record.sections.${section}`, at, given)
}

function intakeFields(): CorrectableField[] {
  return [
    ...part('intake', 'intake', [
      { kind: 'instant', path: 'registeredAt', required: true },
      { kind: 'choice', path: 'channel', options: CHANNELS, words: 'complaints:channel', required: true },
    ]),
    ...part('intake', '', [{ kind: 'text', path: 'receivedBy', required: true }]),
    ...personFields('intake', 'intake.complainant'),
    ...part('intake', 'intake', [
      { kind: 'text', path: 'subject' },
      { kind: 'instant', path: 'occurredAt' },
      { kind: 'text', path: 'place' },
      { kind: 'longText', path: 'content', required: true },
      { kind: 'longText', path: 'remedy' },
      { kind: 'yesNo', path: 'lossOrInjury', required: true },
    ]),
  ]
}

function personFields(section: string, at: string): CorrectableField[] {
  return part(section, at, [
    { kind: 'yesNo', path: 'anonymous', required: true },
    { kind: 'text', path: 'name', label: 'complainant' },
    { kind: 'phone', path: 'phone' },
    { kind: 'text', path: 'unitCode' },
  ])
}

/** 其他投诉人 and what they said. */
function otherFields({ others }: Complaint): CorrectableField[] {
  return others.flatMap((_, index) => [
    ...personFields('intake', `others.${index}.complainant`),
    ...part('intake', `others.${index}`, [{ kind: 'longText', path: 'words' }]),
  ])
}

function judgementFields(): CorrectableField[] {
  return part('judgement', 'judgement', [
    { kind: 'choice', path: 'nature', options: NATURES, words: 'complaints:natureFull', required: true },
    { kind: 'choice', path: 'severity', options: SEVERITIES, words: 'complaints:severity', required: true },
    { kind: 'choice', path: 'cause', options: CAUSES, words: 'complaints:cause', required: true },
  ])
}

function handlingFields(): CorrectableField[] {
  return part('handling', 'handling', [
    { kind: 'text', path: 'department', required: true },
    { kind: 'text', path: 'responsible' },
    { kind: 'instant', path: 'promisedAt', ahead: true },
    { kind: 'longText', path: 'investigation' },
    { kind: 'longText', path: 'causeAnalysis' },
    { kind: 'longText', path: 'measures' },
    { kind: 'instant', path: 'completedAt' },
  ])
}

function answerFields({ answers }: Complaint): CorrectableField[] {
  return answers.flatMap((_, index) =>
    part('answers', `answers.${index}`, [
      { kind: 'instant', path: 'answeredAt', required: true },
      {
        kind: 'choice',
        path: 'way',
        label: 'answerWay',
        options: CONTACT_WAYS,
        words: 'complaints:way',
        required: true,
      },
      { kind: 'longText', path: 'content', label: 'answerContent', required: true },
      { kind: 'text', path: 'answeredBy', required: true },
    ]),
  )
}

function visitFields({ returnVisits }: Complaint): CorrectableField[] {
  return returnVisits.flatMap(({ outcome }, index) =>
    part('visits', `returnVisits.${index}`, [
      { kind: 'instant', path: 'visitedAt', required: true },
      {
        kind: 'choice',
        path: 'way',
        label: 'visitWay',
        options: CONTACT_WAYS,
        words: 'complaints:way',
        required: true,
      },
      { kind: 'text', path: 'visitedBy', required: true },
      ...outcomeField(outcome),
      { kind: 'longText', path: 'words' },
    ]),
  )
}

/** Whether somebody was reached stays: who was has a 回访 record of their own, which is corrected along with this. */
function outcomeField(outcome: VisitOutcome): Parameters<typeof fieldsAt>[3] {
  if (outcome === 'notReached') return []
  const options = VISIT_OUTCOMES.filter((one) => one !== 'notReached')
  return [{ kind: 'choice', path: 'outcome', options, words: 'complaints:outcome', required: true }]
}

function closingFields({ verification, summary, judgement }: Complaint): CorrectableField[] {
  // 总结评价 of what is not minor may not be emptied (domain 5).
  const needed = summary.trim() !== '' && judgement !== null && judgement.severity !== 'minor'
  return [
    ...(verification
      ? part('closing', 'verification', [{ kind: 'longText', path: 'words', label: 'verifyWords' }])
      : []),
    ...part('closing', '', [
      { kind: 'longText', path: 'summary', required: needed },
      { kind: 'text', path: 'correctiveActionRef' },
      { kind: 'instant', path: 'headOfficeReportedAt' },
    ]),
  ]
}
