import { type Correctable, type CorrectableField, fieldsAt } from '../register/correctable'
import { objectionToReport } from './commands/intake'
import { INCIDENT_KINDS } from './kinds'
import {
  COMPENSATION_OUTCOMES,
  EMERGENCY_SERVICES,
  INCIDENT_SEVERITIES,
  type Incident,
  PARTY_ROLES,
} from './types'

/**
 * What a 更正单 can correct of an incident (domain 7, 12). 伤情 is not among it, and of a 限阅 one only what everybody
 * reads: its 更正单 lies in print and file beside all others. For those there are 补充.
 */
export const incidentCorrectable: Correctable<Incident> = {
  fields: (record) => (record.restricted ? kindFields() : [...reportFields(), ...listFields(record)]),
  objection: ({ report }, ctx) => objectionToReport(report, ctx),
}

function part(section: string, at: string, given: Parameters<typeof fieldsAt>[3]): CorrectableField[] {
  return fieldsAt('incidents', `record.sections.${section}`, at, given)
}

function kindFields(): CorrectableField[] {
  return part('report', 'report', [
    { kind: 'choice', path: 'kind', options: INCIDENT_KINDS, words: 'incidents:kind', required: true },
  ])
}

function reportFields(): CorrectableField[] {
  return [
    ...kindFields(),
    ...part('report', 'report', [
      { kind: 'instant', path: 'occurredAt', required: true },
      { kind: 'text', path: 'place', required: true },
      {
        kind: 'choice',
        path: 'severity',
        options: INCIDENT_SEVERITIES,
        words: 'incidents:severity',
        required: true,
      },
      { kind: 'yesNo', path: 'personHurt', required: true },
      { kind: 'longText', path: 'origin' },
      { kind: 'longText', path: 'course' },
      { kind: 'longText', path: 'measures' },
      { kind: 'longText', path: 'result' },
      { kind: 'longText', path: 'prevention', required: true },
    ]),
    ...part('report', '', [{ kind: 'text', path: 'reportedBy', required: true }]),
  ]
}

function listFields({ parties, witnesses, losses, calls, compensations }: Incident): CorrectableField[] {
  return [
    ...parties.flatMap((_, index) => partyFields(`parties.${index}`)),
    ...witnesses.flatMap((_, index) => witnessFields(`witnesses.${index}`)),
    ...calls.flatMap((_, index) => callFields(`calls.${index}`)),
    ...losses.flatMap((_, index) =>
      part('losses', `losses.${index}`, [
        { kind: 'text', path: 'item' },
        { kind: 'yuan', path: 'amount', label: 'lossAmount' },
        { kind: 'text', path: 'owner', label: 'lossOwner' },
      ]),
    ),
    ...compensations.flatMap((_, index) => compensationFields(`compensations.${index}`)),
  ]
}

function partyFields(at: string): CorrectableField[] {
  return part('people', at, [
    {
      kind: 'choice',
      path: 'role',
      label: 'partyRole',
      options: PARTY_ROLES,
      words: 'incidents:role',
      required: true,
    },
    { kind: 'text', path: 'person.name', label: 'party' },
    { kind: 'phone', path: 'person.phone', label: 'phone' },
    { kind: 'text', path: 'person.unitCode', label: 'unitCode' },
    { kind: 'text', path: 'note' },
  ])
}

function witnessFields(at: string): CorrectableField[] {
  return part('people', at, [
    { kind: 'text', path: 'person.name', label: 'witness' },
    { kind: 'phone', path: 'person.phone', label: 'phone' },
    { kind: 'longText', path: 'statement' },
  ])
}

function callFields(at: string): CorrectableField[] {
  return part('dealings', at, [
    {
      kind: 'choice',
      path: 'service',
      options: EMERGENCY_SERVICES,
      words: 'incidents:service',
      required: true,
    },
    { kind: 'instant', path: 'calledAt', required: true },
    { kind: 'text', path: 'calledBy' },
    { kind: 'instant', path: 'arrivedAt' },
    { kind: 'text', path: 'receipt' },
  ])
}

function compensationFields(at: string): CorrectableField[] {
  return part('losses', at, [
    { kind: 'yuan', path: 'amount', label: 'compensationAmount' },
    { kind: 'text', path: 'paidBy' },
    { kind: 'text', path: 'agreedBy' },
    {
      kind: 'choice',
      path: 'outcome',
      label: 'compensationOutcome',
      options: COMPENSATION_OUTCOMES,
      words: 'incidents:outcome',
      required: true,
    },
    { kind: 'instant', path: 'settledAt' },
    { kind: 'text', path: 'note' },
  ])
}
