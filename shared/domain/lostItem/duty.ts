import { msOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { fillInDue } from '../register/reserving'
import type { Duty, OfficeRules } from '../register/types'
import { carryOutDue, custodyEnd, policeDue, sensitiveDue, standingDecision } from './deadlines'
import type { LostItem } from './types'

/** What a found item can wait for, most urgent first among duties that are due at the same moment. */
export const LOST_ITEM_DUTIES = ['fillIn', 'handOverNow', 'police', 'custody', 'decide', 'carryOut'] as const
export type LostItemDutyKind = (typeof LOST_ITEM_DUTIES)[number]
export type LostItemDuty = Duty & { kind: LostItemDutyKind }

/** Everything the record waits for, soonest first; empty once it has ended. Judged without looking at a clock. */
export function dutiesOf(record: LostItem, rules: OfficeRules): LostItemDuty[] {
  return waitingFor(record, rules).sort(
    (a, b) =>
      msOf(a.dueAt) - msOf(b.dueAt) || LOST_ITEM_DUTIES.indexOf(a.kind) - LOST_ITEM_DUTIES.indexOf(b.kind),
  )
}

/** The one thing that is due next (domain 11), or null when the record has ended. */
export function nextDuty(record: LostItem, rules: OfficeRules): LostItemDuty | null {
  return dutiesOf(record, rules)[0] ?? null
}

function waitingFor(record: LostItem, rules: OfficeRules): LostItemDuty[] {
  const away = [...dutyAt('handOverNow', sensitiveDue(record)), ...dutyAt('police', policeDue(record, rules))]
  switch (record.state) {
    case 'reserved':
      return dutyAt('fillIn', fillInDue(record))
    case 'stored':
    case 'noticed':
      return [...away, ...dutyAt('custody', custodyEnd(record, rules))]
    case 'expired': {
      const decided = standingDecision(record)
      const next = decided
        ? dutyAt('carryOut', carryOutDue(decided))
        : dutyAt('decide', custodyEnd(record, rules))
      return [...away, ...next]
    }
    default:
      return []
  }
}

function dutyAt(kind: LostItemDutyKind, dueAt: Instant | null): LostItemDuty[] {
  return dueAt ? [{ kind, dueAt }] : []
}
