import type { IncidentKind } from '../../../shared/domain/incident/kinds'
import { personLabels, type Vocabulary } from '../../register/timeline/useTimelineWords'
import { loadedWords, wordIn } from './catalogue'

/** Label keys by path, where the field's own name is not the key. */
const labels: Record<string, string> = {
  'report.kind': 'kind',
  'parties.role': 'partyRole',
  ...personLabels('parties.person', 'party'),
  'parties.note': 'note',
  ...personLabels('witnesses.person', 'witness'),
  'timeline.text': 'timelineText',
  'timeline.struck.reason': 'strikeReason',
  'checks.outcome': 'checkOutcome',
  'checks.reason': 'checkReason',
  'losses.amount': 'lossAmount',
  'losses.owner': 'lossOwner',
  'compensations.amount': 'compensationAmount',
  'compensations.outcome': 'compensationOutcome',
  'compensations.note': 'note',
  'notifications.words': 'toldWords',
  'insurance.note': 'note',
  'verification.words': 'verifyWords',
  'approval.words': 'approveWords',
  'returned.reason': 'returnReason',
  'supplements.text': 'supplementText',
}

/** Lists of the locale by path. */
const values: Record<string, string> = {
  state: 'state',
  'report.kind': 'kind',
  'report.severity': 'severity',
  'parties.role': 'role',
  'calls.service': 'service',
  'compensations.outcome': 'outcome',
  'checks.outcome': 'check',
}

const DETAIL = /^details\.(\w+)$/

/** The words of an incident's history; those of the own fields of its type come from the catalogue. */
export function vocabularyOf(kind: IncidentKind): Vocabulary {
  const fieldAt = (path: string) => {
    const [, id] = DETAIL.exec(path) ?? []
    return loadedWords(kind)?.fields.find((field) => field.id === id)
  }
  return {
    namespace: 'incidents',
    labels,
    values,
    own: {
      label: (path) => wordIn(fieldAt(path)) || null,
      value: (path, value) => wordIn(fieldAt(path)?.options?.find(({ id }) => id === value)) || null,
    },
  }
}
