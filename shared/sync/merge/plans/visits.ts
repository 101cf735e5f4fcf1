import type { MergePlan } from '../plan'
import { RECORD_FIELDS } from './common'

/** 走访. */
export const visitPlan: MergePlan = {
  voidAt: 'void',
  fields: {
    ...RECORD_FIELDS,
    'plan.person': 'whole',
    'findings.feedbackNeeded': 'together',
    feedback: 'together',
    opinion: 'together',
  },
}

/** 私密记录 of a visit: one text, and who wrote it last. */
export const visitNotesPlan: MergePlan = { voidAt: null, fields: { at: 'newer', by: 'newer' } }

/** What a household said about being visited. */
export const visitPreferencePlan: MergePlan = {
  voidAt: null,
  fields: { rev: 'rev', at: 'newer', by: 'newer', declinedTimes: 'plain', noVisits: 'plain' },
}

/** A month of visits: what was handed in, decided and summed up. */
export const visitMonthPlan: MergePlan = {
  voidAt: 'void',
  fields: {
    ...RECORD_FIELDS,
    // Whichever machine was on at the month's end.
    snapshot: 'together',
    submission: 'together',
    decisions: 'together',
    summary: 'together',
    goals: 'together',
  },
}

/** 回访. */
export const returnVisitPlan: MergePlan = {
  voidAt: 'void',
  fields: {
    ...RECORD_FIELDS,
    'entry.person': 'whole',
    'entry.satisfaction': 'together',
    'entry.source': 'together',
    attemptId: 'together',
    round: 'together',
  },
}

/** 季度回访: every target is called by itself. */
export const returnRoundPlan: MergePlan = {
  voidAt: null,
  fields: {
    rev: 'rev',
    updatedAt: 'max',
    targets: { unit: 'plain', by: 'id', at: 'day' },
    'targets.*': 'whole',
  },
}
