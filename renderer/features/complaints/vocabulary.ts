import { personLabels, type Vocabulary } from '../../register/timeline/useTimelineWords'

/** Label keys by path, where the field's own name is not the key. */
const labels: Record<string, string> = {
  ...personLabels('intake.complainant', 'complainant'),
  'intake.complainant.anonymous': 'anonymous',
  'handling.promiseMoves.to': 'moveTo',
  'handling.promiseMoves.reason': 'moveReason',
  'handling.promiseMoves.toldAt': 'toldAt',
  'handling.consent.agreed': 'consentAgreed',
  'handling.consent.at': 'consentAt',
  'handling.consent.way': 'consentWay',
  'suspension.reason': 'suspendReason',
  'answers.person': 'answerPerson',
  'answers.way': 'answerWay',
  'answers.content': 'answerContent',
  'returnVisits.person': 'visitPerson',
  'returnVisits.way': 'visitWay',
  'verification.words': 'verifyWords',
  'unreachable.reason': 'unreachableReason',
  escalatedBecause: 'escalated',
  // 再次来电 is in the same list: who it is says the record.
  'others.complainant.name': 'complainant',
}

/** Lists of the locale by path. */
const values: Record<string, string> = {
  state: 'state',
  'intake.channel': 'channel',
  'others.channel': 'channel',
  'judgement.nature': 'natureFull',
  'judgement.severity': 'severity',
  'judgement.cause': 'cause',
  'handling.consent.way': 'way',
  'answers.way': 'way',
  'returnVisits.way': 'way',
  'returnVisits.outcome': 'outcome',
  escalatedBecause: 'because',
}

/** The words of a complaint's timeline. */
export const vocabulary: Vocabulary = { namespace: 'complaints', labels, values }
