import type { MergePlan } from '../plan'
import { RECORD_FIELDS } from './common'

/** 更正单: what is to be put right, and who agreed, is one. */
export const correctionPlan: MergePlan = {
  voidAt: 'void',
  fields: {
    ...RECORD_FIELDS,
    target: 'together',
    changes: 'together',
    voids: 'together',
    reason: 'together',
    verification: 'together',
    approval: 'together',
  },
}

/** The review of a month: reasons, ticks and suggestions of several people; what was signed is one. */
export const monthReviewPlan: MergePlan = {
  voidAt: null,
  fields: {
    ...RECORD_FIELDS,
    reasons: 'plain',
    sample: 'together',
    suggestions: { unit: 'plain', by: 'id', at: 'at' },
    'suggestions.*': 'together',
    ticks: { unit: 'plain', by: 'id', at: 'at' },
    'ticks.*': 'whole',
    review: 'together',
    approval: 'together',
    digest: 'together',
    reportSha256: 'together',
    reopenings: 'together',
  },
}

/** What was signed is one whole. */
export const monthSealPlan: MergePlan = {
  voidAt: null,
  fields: {
    digest: 'together',
    records: 'together',
    chains: 'together',
    statistics: 'together',
    checks: 'together',
    report: 'together',
    erasedDigest: 'together',
  },
}
