import type { MergePlan } from '../plan'
import { RECORD_FIELDS } from './common'

/** 失物: who claimed it, who took it and what the director decided are one story. */
export const lostItemPlan: MergePlan = {
  voidAt: 'void',
  fields: {
    ...RECORD_FIELDS,
    'intake.estimate': 'together',
    'intake.quantity': 'together',
    'intake.finder': 'whole',
    // 存放位置 is a place.
    'intake.storedAt': 'plain',
    notices: 'together',
    claims: { unit: 'together', by: 'id', at: 'statedAt' },
    'claims.*': 'together',
    handOver: 'together',
    decisions: 'together',
    disposal: 'together',
    custodyUntil: 'recomputed',
  },
}

/** 寻物登记. */
export const lostReportPlan: MergePlan = {
  voidAt: 'void',
  fields: {
    ...RECORD_FIELDS,
    'intake.lostFrom': 'together',
    'intake.owner': 'whole',
    ending: 'together',
  },
}

/** 盘点: every line is ticked by itself. */
export const shelfCountPlan: MergePlan = {
  voidAt: null,
  fields: {
    rev: 'rev',
    updatedAt: 'max',
    lines: { unit: 'plain', by: 'itemId' },
    'lines.*.storedAt': 'plain',
    // The same thing was seen on its shelf twice.
    'lines.*.tick': 'newer',
    'lines.*.left': 'plain',
    strays: { unit: 'plain', by: 'itemId', at: 'at' },
  },
}
