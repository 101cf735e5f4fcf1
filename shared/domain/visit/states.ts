import type { CommandRule } from '../register/lifecycle'
import type { Visit, VisitState } from './types'

const OPEN_STATES = ['planned', 'visited'] as const
const LIVING_STATES = ['planned', 'visited', 'closed', 'void'] as const
const EVERY_STATE = ['reserved', ...LIVING_STATES] as const

/**
 * The state machine of a visit (domain 8): 留号 or 已预约 → 已访问 → 关闭, 作废 before that. `register`, `plan` and `reserve`
 * begin a record and have no `from`. Only paper, 附件 and 关联 touch an ended one, and `undo` takes back its last step.
 */
export const VISIT_COMMANDS = {
  register: { permission: 'record.register', from: [], to: ['visited'] },
  plan: { permission: 'record.register', from: [], to: ['planned'] },
  reserve: { permission: 'record.register', from: [], to: ['reserved'] },
  fillIn: { permission: 'record.register', from: ['reserved'], to: ['visited'] },
  replan: { permission: 'record.process', from: ['planned'], to: ['stay'] },
  recordVisit: { permission: 'record.process', from: ['planned'], to: ['visited'] },
  amend: { permission: 'record.process', from: ['visited'], to: ['stay'] },
  giveFeedback: { permission: 'record.process', from: ['visited'], to: ['stay'] },
  giveOpinion: { permission: 'record.process', from: ['visited'], to: ['stay'] },
  close: { permission: 'record.process', from: ['visited'], to: ['closed'] },
  void: { permission: 'record.void', from: ['reserved', ...OPEN_STATES], to: ['void'] },
  undo: { permission: 'record.process', from: LIVING_STATES, to: [...OPEN_STATES] },
  markPrinted: { permission: 'record.print', from: EVERY_STATE, to: ['stay'] },
  recordSignature: { permission: 'record.print', from: LIVING_STATES, to: ['stay'] },
  fileScan: { permission: 'record.process', from: LIVING_STATES, to: ['stay'] },
  attach: { permission: 'record.process', from: LIVING_STATES, to: ['stay'] },
  link: { permission: 'record.process', from: LIVING_STATES, to: ['stay'] },
  unlink: { permission: 'record.process', from: LIVING_STATES, to: ['stay'] },
} as const satisfies Record<string, CommandRule<VisitState>>
export type VisitCommand = keyof typeof VISIT_COMMANDS

/** True until the visit is closed or void. */
export function isOpen({ state }: Pick<Visit, 'state'>): boolean {
  return state !== 'closed' && state !== 'void'
}

/** Whether it has taken place and counts for the goals: void, planned and blank ones do not. */
export function counts({ state, findings }: Pick<Visit, 'state' | 'findings'>): boolean {
  return state !== 'void' && findings !== null
}
