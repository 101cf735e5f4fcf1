import type { FieldRule, MergePlan } from '../plan'

const written: Readonly<Record<string, FieldRule>> = { updatedAt: 'max', voided: 'together' }
const plan = (fields: Readonly<Record<string, FieldRule>> = {}): MergePlan => ({
  voidAt: 'voided',
  fields: { ...written, ...fields },
})

/** 住户档案 (domain 4): each field by itself, but for days and what binds a person to a door. */
export const householdPlans = {
  // 楼栋, 单元, 房号 make the code.
  units: plan({ code: 'together', building: 'together', section: 'together', room: 'together' }),
  persons: plan({ residences: 'together', unitIds: 'recomputed', phones: 'plain' }),
  vehicles: plan({ unitId: 'together' }),
  careFlags: plan({ unitId: 'together', visibleTo: 'together' }),
  instructions: plan({ unitId: 'together', kind: 'together' }),
  blacklist: plan(),
} as const satisfies Record<string, MergePlan>
