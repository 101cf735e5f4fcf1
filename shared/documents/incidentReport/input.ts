import { isBlankSheet } from '../../domain/incident/paper'
import type { Incident } from '../../domain/incident/types'
import { withoutPhones } from '../../util/otherPhones'
import type { Sheet } from '../layout/frame'

/**
 * What goes on the paper. Fields that are missing print as empty ruled cells, so `{}` is the blank form. 伤情 is no field
 * of it: that stands on the 《客户事故报告》 alone (domain 7, 13).
 */
export type IncidentOnPaper = Partial<
  Pick<
    Incident,
    | 'reportedBy'
    | 'report'
    | 'details'
    | 'checks'
    | 'timeline'
    | 'parties'
    | 'losses'
    | 'notifications'
    | 'calls'
    | 'compensations'
    | 'witnesses'
    | 'insurance'
    | 'restricted'
    | 'submittedAt'
    | 'submittedBy'
    | 'verification'
    | 'approval'
    | 'supplements'
    | 'links'
    | 'void'
  >
>

/** The office's words of the incident's type, from its catalogue. */
export interface IncidentWords {
  /** Label of an own field: 报警回执号. */
  field: (id: string) => string
  /** Word of an option of a field that is a choice. */
  option: (fieldId: string, optionId: string) => string
  /** A step of the checklist. */
  step: (id: string) => string
}

export interface IncidentReportInput {
  sheet: Sheet
  incident: IncidentOnPaper
  words: IncidentWords
  /** Names of attachments (附件). */
  attachmentNames?: string[]
}

/** What is drawn from: a number on which nothing was ever written prints the blank form for the hand. */
export function blankOr<T extends { reportedBy?: string; void?: Incident['void'] }>(incident: T): Partial<T> {
  const { reportedBy, void: voided = null } = incident
  const blank = reportedBy !== undefined && isBlankSheet({ reportedBy })
  return blank ? ({ void: voided } as Partial<T>) : incident
}

const INSTANT = /^\d{4}-\d\d-\d\dT/
/** Numbers of records and of policies are nobody's phone, whatever figures they have. */
const NUMBERS = new Set(['number', 'receipt', 'policyNumber', 'claimNumber'])

function cleaned(value: unknown, phones: readonly string[], key: string): unknown {
  if (typeof value === 'string') {
    return INSTANT.test(value) || NUMBERS.has(key) ? value : withoutPhones(value, phones)
  }
  if (Array.isArray(value)) return value.map((one) => cleaned(one, phones, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cleaned(one, phones, name)]))
}

/**
 * What of an incident leaves the office: no phone of anybody, whoever wrote it wherever, and no note on a person
 * (forms, "Never on a copy that leaves the office"); what was struck from the timeline stays here too.
 */
export function leaving<T extends IncidentOnPaper>(incident: T): T {
  const { parties = [], witnesses = [], timeline = [] } = incident
  const phones = [...parties, ...witnesses].map(({ person }) => person.phone)
  const bare = {
    ...incident,
    ...(incident.timeline ? { timeline: timeline.filter(({ struck }) => !struck) } : {}),
    ...(incident.parties
      ? { parties: parties.map((party) => ({ ...party, note: '', person: { ...party.person, phone: '' } })) }
      : {}),
    ...(incident.witnesses
      ? { witnesses: witnesses.map((one) => ({ ...one, person: { ...one.person, phone: '' } })) }
      : {}),
  }
  // The same shape: only texts were changed.
  return cleaned(bare, phones, '') as T
}
