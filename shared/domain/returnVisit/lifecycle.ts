import { refuse } from '../../util/result'
import { type CommandRule, type Lifecycle, lifecycleOf } from '../register/lifecycle'
import { fillInDue } from '../register/reserving'
import { type RecordRules, recordRules } from '../register/rules'
import type { Duty } from '../register/types'
import type { ReturnVisitRecord, ReturnVisitState } from './types'

const KEPT = ['recorded', 'void'] as const
const EVERY_STATE = ['reserved', ...KEPT] as const

/** 留号 → 已回访; 作废 from either (domain 8). A return visit is done when it is written down. */
export const RETURN_VISIT_COMMANDS = {
  register: { permission: 'record.register', from: [], to: ['recorded'] },
  reserve: { permission: 'record.register', from: [], to: ['reserved'] },
  fillIn: { permission: 'record.register', from: ['reserved'], to: ['recorded'] },
  amend: { permission: 'record.process', from: ['recorded'], to: ['stay'] },
  /** C 不满意 of a return visit of its own: a complaint is registered and linked. */
  complain: { permission: 'record.register', from: ['recorded'], to: ['stay'] },
  /** The complaint's step that wrote it was taken back. */
  withdraw: { permission: 'record.process', from: ['recorded'], to: ['void'] },
  void: { permission: 'record.void', from: ['reserved', 'recorded'], to: ['void'] },
  undo: { permission: 'record.process', from: KEPT, to: ['recorded'] },
  markPrinted: { permission: 'record.print', from: EVERY_STATE, to: ['stay'] },
  recordSignature: { permission: 'record.print', from: KEPT, to: ['stay'] },
  fileScan: { permission: 'record.process', from: KEPT, to: ['stay'] },
  attach: { permission: 'record.process', from: KEPT, to: ['stay'] },
  link: { permission: 'record.process', from: KEPT, to: ['stay'] },
  unlink: { permission: 'record.process', from: KEPT, to: ['stay'] },
} as const satisfies Record<string, CommandRule<ReturnVisitState>>
export type ReturnVisitCommand = keyof typeof RETURN_VISIT_COMMANDS

/** A blank row is filled in by the end of the day after its number was given; a recorded one waits for nothing. */
export function returnVisitDuty(record: ReturnVisitRecord): Duty | null {
  return record.state === 'reserved' ? { kind: 'fillIn', dueAt: fillInDue(record) } : null
}

/** 回访 as a register: role, state, steps and duty of every command. */
export const returnVisitLife: Lifecycle<ReturnVisitRecord, ReturnVisitCommand> = lifecycleOf<
  ReturnVisitRecord,
  ReturnVisitCommand
>({
  noun: 'returnVisit',
  commands: RETURN_VISIT_COMMANDS,
  ended: [],
  settle: (record) => ({ ...record, duty: returnVisitDuty(record) }),
})

/** What a return visit has in common with every record. One that a complaint wrote is void with its step only. */
export const returnVisitRules: RecordRules<ReturnVisitRecord> = recordRules<
  ReturnVisitRecord,
  ReturnVisitCommand
>(returnVisitLife, {
  undoable: ['amend'],
  objectionToVoid: ({ attemptId }) => (attemptId === '' ? null : refuse('returnVisit.ofComplaint')),
})
