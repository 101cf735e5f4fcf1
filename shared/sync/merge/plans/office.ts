import type { MergePlan } from '../plan'

/** The office: its letter is each machine's own and does not travel. */
export const officePlan: MergePlan = { voidAt: null, fields: { demo: 'together', deviceLetter: 'plain' } }

/** Every setting by itself; periods and holidays are figures, not moments of a record. */
export const settingsPlan: MergePlan = {
  voidAt: null,
  fields: { id: 'together', 'workdayOverrides.*': 'plain', 'servicePlan.*': 'plain', 'retention.*': 'plain' },
}

export const userPlan: MergePlan = {
  voidAt: null,
  fields: { updatedAt: 'max', role: 'together', active: 'together' },
}

export const phrasePlan: MergePlan = { voidAt: 'voided', fields: { voided: 'together' } }

/** Somebody's own filter. */
export const savedFilterPlan: MergePlan = { voidAt: null, fields: { filters: 'whole' } }

/** 处理指引: each part by itself. */
export const guidancePlan: MergePlan = {
  voidAt: null,
  fields: { rev: 'rev', updatedAt: 'newer', updatedBy: 'newer', laws: 'plain' },
}

/** 附件: the bytes are what they are. */
export const attachmentPlan: MergePlan = {
  voidAt: 'voided',
  fields: { sha256: 'together', size: 'together', kind: 'together', mime: 'together', sheet: 'together' },
}

/** Paper that came back: where it was filed is one. */
export const scanPlan: MergePlan = {
  voidAt: 'discarded',
  fields: {
    rev: 'rev',
    file: 'together',
    pages: 'together',
    origins: 'together',
    sha256s: 'union',
    codes: 'together',
    filed: 'together',
    discarded: 'together',
  },
}

/** What was erased, and what is kept beyond its period. */
export const erasurePlan: MergePlan = { voidAt: null, fields: { digest: 'together' } }
export const retentionHoldPlan: MergePlan = { voidAt: null, fields: { reason: 'together' } }

export const personRequestPlan: MergePlan = {
  voidAt: null,
  fields: { rev: 'rev', updatedAt: 'max', kind: 'together', answer: 'together' },
}

/** 待核对: whoever decides first decides. */
export const disputePlan: MergePlan = {
  voidAt: null,
  firstWins: true,
  fields: { fields: 'together', waiting: 'together', chosen: 'together', kind: 'together' },
}
