import { type Lifecycle, lifecycleOf } from '../register/lifecycle'
import { type RecordRules, recordRules } from '../register/rules'
import { nextDuty } from './duty'
import { VISIT_COMMANDS, type VisitCommand } from './states'
import type { Visit } from './types'

/** 走访 as a register: role, state, steps and duty of every command. */
export const visitLife: Lifecycle<Visit, VisitCommand> = lifecycleOf<Visit, VisitCommand>({
  noun: 'visit',
  commands: VISIT_COMMANDS,
  ended: ['closed'],
  settle: (record) => ({ ...record, duty: nextDuty(record) }),
})

/** What a visit has in common with every record: paper, 附件, 关联, 作废, 撤销. */
export const visitRules: RecordRules<Visit> = recordRules<Visit, VisitCommand>(visitLife, {
  undoable: ['replan', 'recordVisit', 'amend', 'giveFeedback', 'giveOpinion', 'close'],
})
