import { lifecycleOf } from '../../register/lifecycle'
import type { RuleContext } from '../../register/types'
import { custodyEnd } from '../deadlines'
import { nextDuty } from '../duty'
import { ENDED_STATES, isKept, LOST_ITEM_COMMANDS, type LostItemCommand } from '../states'
import type { LostItem } from '../types'

/** Renews the duty and the end of custody, which are stored because lists and the daily sweep go by them. */
export function settle(record: LostItem, ctx: Pick<RuleContext, 'settings'>): LostItem {
  const custodyUntil = isKept(record) ? custodyEnd(record, ctx.settings) : null
  return { ...record, custodyUntil, duty: nextDuty(record, ctx.settings) }
}

/** The state machine of domain 6. */
export const lostItemLifecycle = lifecycleOf<LostItem, LostItemCommand>({
  noun: 'lostItem',
  commands: LOST_ITEM_COMMANDS,
  ended: ENDED_STATES,
  settle,
})

export const { objectionTo, advance, begin, allowed } = lostItemLifecycle
