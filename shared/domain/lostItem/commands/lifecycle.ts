import { lifecycleOf } from '../../register/lifecycle'
import type { RuleContext } from '../../register/types'
import { nextDuty } from '../duty'
import { ENDED_STATES, LOST_ITEM_COMMANDS, type LostItemCommand } from '../states'
import type { LostItem } from '../types'

/** Renews the duty, which is stored because lists are sorted by it. */
export function settle(record: LostItem, ctx: RuleContext): LostItem {
  return { ...record, duty: nextDuty(record, ctx.settings) }
}

/** The state machine of domain 6. */
export const lostItemLifecycle = lifecycleOf<LostItem, LostItemCommand>({
  noun: 'lostItem',
  commands: LOST_ITEM_COMMANDS,
  ended: ENDED_STATES,
  settle,
})

export const { objectionTo, advance, begin, allowed } = lostItemLifecycle
