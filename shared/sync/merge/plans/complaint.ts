import type { MergePlan } from '../plan'
import { RECORD_FIELDS } from './common'

/** 投诉: what was judged, promised, answered and said at return visits decides its states. */
export const complaintPlan: MergePlan = {
  voidAt: 'void',
  fields: {
    ...RECORD_FIELDS,
    alsoFirstAskedUserIds: 'union',
    // Whom it is about comes as one: a name and another's phone would be nobody.
    'intake.complainant': 'whole',
    // It asks for a 《事故报告》 and never goes back.
    'intake.lossOrInjury': 'plain',
    others: { unit: 'together', by: 'id', at: 'saidAt' },
    'others.*.complainant': 'whole',
    'others.*.fromNumber': 'together',
    'others.*.answersBefore': 'together',
    judgement: 'together',
    'handling.promiseMoves': 'together',
    'handling.proposals': 'together',
    'handling.chosenProposal': 'together',
    'handling.consent': 'together',
    suspension: 'together',
    answers: 'together',
    returnVisits: { unit: 'together', by: 'id', at: 'visitedAt' },
    'returnVisits.*': 'together',
    verification: 'together',
    escalatedBecause: 'together',
    unreachable: 'together',
    repeatOf: 'together',
    joinedInto: 'together',
  },
}
