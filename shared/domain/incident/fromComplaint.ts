import { NO_PERSON, type PersonRef } from '../register/person'
import type { Instant } from '../register/types'
import { emptyReport } from './blank'
import type { PartyInput } from './commands/intake'
import { guessKind } from './kindWords'
import type { IncidentReport, IncidentSeverity } from './types'

/** What a complaint knows of an event. */
export interface ComplaintFacts {
  intake: {
    registeredAt: Instant
    occurredAt: Instant | null
    place: string
    content: string
    lossOrInjury: boolean
    complainant: PersonRef & { anonymous: boolean }
  }
  others: readonly { complainant: PersonRef & { anonymous: boolean } }[]
  judgement: { severity: IncidentSeverity } | null
}

/**
 * What an incident takes over from its complaint (domain 5, "asks for a 《事故报告》"): when, where, what was said, how
 * grave, and who said it. The type is guessed from the words; who asked to stay unnamed is not written down.
 */
export function incidentFrom({ intake, others, judgement }: ComplaintFacts): {
  report: IncidentReport
  parties: PartyInput[]
} {
  const { content, place, occurredAt, registeredAt, complainant } = intake
  const named = [complainant, ...others.map((one) => one.complainant)].filter(({ anonymous }) => !anonymous)
  return {
    report: {
      ...emptyReport(occurredAt ?? registeredAt),
      kind: guessKind(content),
      // Nothing may hold up the report of an event: where nobody said the place, the door number is the best known.
      place: place.trim() || complainant.unitCode.trim() || UNKNOWN_PLACE,
      course: content.trim(),
      severity: judgement?.severity ?? null,
    },
    parties: named.map((person) => ({ role: 'informant', person: personOf(person), note: '' })),
  }
}

/** Stands in the place until somebody says it. */
const UNKNOWN_PLACE = '待查'

function personOf({ personId, unitId, name, phone, unitCode }: PersonRef): PersonRef {
  return { ...NO_PERSON, personId, unitId, name, phone, unitCode }
}
