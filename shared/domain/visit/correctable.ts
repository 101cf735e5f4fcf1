import { type Correctable, type CorrectableField, fieldsAt } from '../register/correctable'
import { VISIT_PARTS, VISIT_WAYS, type Visit } from './types'

/** What a 更正单 can correct of a visit (domain 8, 12). 私密记录 is no field of it. */
export const visitCorrectable: Correctable<Visit> = {
  fields: ({ findings, feedback, opinion }) => [
    ...planFields(),
    ...(findings ? findingsFields(findings.feedbackNeeded) : []),
    ...(feedback
      ? part('feedback', 'feedback', [
          { kind: 'instant', path: 'at', label: 'feedbackAt', required: true },
          { kind: 'longText', path: 'result', label: 'feedbackResult', required: true },
          { kind: 'text', path: 'by', label: 'feedbackBy', required: true },
        ])
      : []),
    ...(opinion
      ? part('opinion', 'opinion', [
          { kind: 'longText', path: 'text', label: 'opinion', required: true },
          { kind: 'text', path: 'by', label: 'opinionBy', required: true },
        ])
      : []),
  ],
}

function part(section: string, at: string, given: Parameters<typeof fieldsAt>[3]): CorrectableField[] {
  return fieldsAt('visits', `record.sections.${section}`, at, given)
}

function planFields(): CorrectableField[] {
  return part('plan', 'plan', [
    { kind: 'text', path: 'person.unitCode', label: 'unitCode', required: true },
    { kind: 'text', path: 'person.name', label: 'person', required: true },
    { kind: 'phone', path: 'person.phone', label: 'phone' },
    { kind: 'choice', path: 'way', options: VISIT_WAYS, words: 'visits:way', required: true },
    { kind: 'instant', path: 'appointmentAt', ahead: true },
  ])
}

function findingsFields(feedbackNeeded: boolean): CorrectableField[] {
  return part('findings', 'findings', [
    { kind: 'instant', path: 'visitedAt', required: true },
    ...VISIT_PARTS.map((one) => ({
      kind: 'longText' as const,
      path: `parts.${one}`,
      label: `part.${one}`,
    })),
    ...(feedbackNeeded ? [{ kind: 'day' as const, path: 'feedbackDueOn', required: true }] : []),
  ])
}
