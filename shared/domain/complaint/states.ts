import type { Permission } from '../office/permissions'
import type { CommandRule as CommandRuleOf } from '../register/lifecycle'
import type { Complainant, Complaint, ComplaintState, Judgement } from './types'

/** States from which a record still goes on. */
export const OPEN_STATES = ['accepted', 'judged', 'inProgress', 'suspended', 'handled', 'visited'] as const
const ENDED_STATES = ['closed', 'void'] as const
const ALL_STATES = [...OPEN_STATES, ...ENDED_STATES] as const
const VOIDABLE_STATES = ['reserved', ...OPEN_STATES] as const
const EVERY_STATE = ['reserved', ...ALL_STATES] as const
const JUDGED_STATES = ['judged', 'inProgress', 'suspended', 'handled', 'visited'] as const

/** A command of a complaint's state machine. */
export type CommandRule = CommandRuleOf<ComplaintState>

/**
 * The state machine of domain 5 as data: 受理 → 判定 → 处理中 ⇄ 挂起 → 处理完毕 → 已回访 → 关闭, 作废 from any open
 * state. `register` and `reserve` begin a record and have no `from`. Only paper, 附件 and 关联 touch an ended record, and
 * `undo` takes back the step that ended it.
 */
export const COMPLAINT_COMMANDS = {
  register: { permission: 'record.register', from: [], to: ['accepted'] },
  reserve: { permission: 'record.register', from: [], to: ['reserved'] },
  fillIn: { permission: 'record.register', from: ['reserved'], to: ['accepted'] },
  amendIntake: { permission: 'record.process', from: OPEN_STATES, to: ['stay'] },
  judge: { permission: 'record.judge', from: OPEN_STATES, to: ['judged', 'stay'] },
  assign: {
    permission: 'record.assign',
    from: ['judged', 'inProgress', 'suspended'],
    to: ['inProgress', 'stay'],
  },
  recordHandling: {
    permission: 'record.process',
    from: ['inProgress', 'suspended', 'handled'],
    to: ['stay'],
  },
  complete: { permission: 'record.process', from: ['inProgress'], to: ['handled'] },
  suspend: { permission: 'record.process', from: ['inProgress', 'suspended'], to: ['suspended'] },
  resume: { permission: 'record.process', from: ['suspended'], to: ['inProgress'] },
  movePromise: { permission: 'record.process', from: ['inProgress', 'suspended'], to: ['stay'] },
  answer: { permission: 'record.process', from: JUDGED_STATES, to: ['stay'] },
  recordReturnVisit: {
    permission: 'record.process',
    from: ['handled', 'visited'],
    to: ['visited', 'closed', 'stay'],
  },
  /** 无法回访, after several attempts: a supervisor's decision. */
  giveUpVisit: { permission: 'record.verify', from: ['handled'], to: ['stay'] },
  verify: { permission: 'record.verify', from: ['handled', 'visited'], to: ['stay'] },
  prepareClosing: { permission: 'record.process', from: JUDGED_STATES, to: ['stay'] },
  escalate: { permission: 'record.judge', from: JUDGED_STATES, to: ['stay'] },
  close: {
    permission: 'record.process',
    from: ['judged', 'inProgress', 'handled', 'visited'],
    to: ['closed'],
  },
  void: { permission: 'record.void', from: VOIDABLE_STATES, to: ['void'] },
  addComplainant: { permission: 'record.process', from: OPEN_STATES, to: ['stay'] },
  removeComplainant: { permission: 'record.process', from: OPEN_STATES, to: ['stay'] },
  /** 并案: this record ends, the other goes on with its person. */
  join: { permission: 'record.process', from: OPEN_STATES, to: ['closed'] },
  undo: { permission: 'record.process', from: ALL_STATES, to: [...OPEN_STATES] },
  markPrinted: { permission: 'record.print', from: EVERY_STATE, to: ['stay'] },
  recordSignature: { permission: 'record.print', from: ALL_STATES, to: ['stay'] },
  fileScan: { permission: 'record.process', from: ALL_STATES, to: ['stay'] },
  attach: { permission: 'record.process', from: ALL_STATES, to: ['stay'] },
  link: { permission: 'record.process', from: ALL_STATES, to: ['stay'] },
  unlink: { permission: 'record.process', from: ALL_STATES, to: ['stay'] },
} as const satisfies Record<string, CommandRule>

export type ComplaintCommand = keyof typeof COMPLAINT_COMMANDS

/** True until the record is closed or void. */
export function isOpen(record: Pick<Complaint, 'state'>): boolean {
  return record.state !== 'closed' && record.state !== 'void'
}

/** 有效投诉, as opposed to the three kinds of 沟通性投诉. */
export function isValidComplaint(judgement: Judgement | null): boolean {
  return judgement?.nature === 'valid'
}

/**
 * Whether there is anybody to answer and to visit: a 匿名 complaint without phone, person or door number has nobody,
 * and must still be able to end.
 */
export function canBeReached(
  record: Pick<Complaint, 'intake'> & Partial<Pick<Complaint, 'others'>>,
): boolean {
  const { intake, others = [] } = record
  return [intake, ...others].some(({ complainant }) => leftTrace(complainant))
}

/** Whether this person can be answered: by name, or by the phone or door number that a 匿名 one left. */
export function leftTrace(complainant: Complainant): boolean {
  const { anonymous, personId, unitId, phone, unitCode } = complainant
  return !anonymous || Boolean(personId ?? unitId) || phone.trim() !== '' || unitCode.trim() !== ''
}

/** What the role and the state allow as the next commands, in the order of the table; for menus and main buttons. */
export function allowedCommands(
  record: Pick<Complaint, 'state'>,
  may: (permission: Permission) => boolean,
): ComplaintCommand[] {
  const names = Object.keys(COMPLAINT_COMMANDS) as ComplaintCommand[]
  return names.filter((name) => {
    const rule: CommandRule = COMPLAINT_COMMANDS[name]
    return rule.from.includes(record.state) && may(rule.permission)
  })
}
