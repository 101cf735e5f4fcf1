import type { ListRule, MergePlan } from '../plan'
import { RECORD_FIELDS } from './common'

const facts: ListRule = { unit: 'plain', by: 'id' }

/** 突发事件: what several people write down while it goes on is kept from all of them. */
export const incidentPlan: MergePlan = {
  voidAt: 'void',
  fields: {
    ...RECORD_FIELDS,
    'report.personHurt': 'together',
    restricted: 'together',
    // Moments, amounts and counts among them: see `unitOfDetail`.
    'details.*': 'plain',
    checks: { unit: 'plain', by: 'stepId', at: 'at' },
    'checks.*': 'whole',
    timeline: { unit: 'plain', by: 'id', at: 'at', sorted: true },
    // A line is never rewritten, only struck through.
    'timeline.*': 'whole',
    parties: facts,
    'parties.*.person': 'whole',
    injuries: facts,
    losses: facts,
    notifications: { ...facts, at: 'toldAt' },
    calls: { ...facts, at: 'calledAt' },
    compensations: { ...facts, unit: 'together' },
    'compensations.*': 'together',
    witnesses: facts,
    'witnesses.*.person': 'whole',
    verification: 'together',
    approval: 'together',
    returned: 'together',
    supplements: { unit: 'together', by: 'id', at: 'at', numbered: true },
    'supplements.*': 'together',
  },
}
