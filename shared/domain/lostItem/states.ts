import type { CommandRule } from '../register/lifecycle'
import { type LostCategory, type LostItem, type LostItemState, SENSITIVE_CATEGORIES } from './types'

/** States in which the thing is still here and somebody has to care for it. */
export const KEPT_STATES = ['stored', 'noticed', 'expired'] as const
const ENDED = ['claimed', 'handedOver', 'disposed'] as const
const ALL_STATES = [...KEPT_STATES, ...ENDED, 'void'] as const
const EVERY_STATE = ['reserved', ...ALL_STATES] as const

/** States in which a record has ended, besides 作废. */
export const ENDED_STATES: readonly LostItemState[] = ENDED

/**
 * The state machine of domain 6 as data: 在库 → 公告中 → 已认领 | 已移交 | 逾期待处理 → 已处置, 作废 from any open state.
 * `register` and `reserve` begin a record. 逾期待处理 comes by itself, so no command leads there.
 */
export const LOST_ITEM_COMMANDS = {
  register: { permission: 'record.register', from: [], to: ['stored'] },
  reserve: { permission: 'record.register', from: [], to: ['reserved'] },
  fillIn: { permission: 'record.register', from: ['reserved'], to: ['stored'] },
  amendIntake: { permission: 'record.process', from: KEPT_STATES, to: ['stay'] },
  /** 发布招领公告; again, it is posted once more. */
  publish: { permission: 'record.process', from: KEPT_STATES, to: ['noticed', 'stay'] },
  /** 认领陈述: what is stated before the item is shown. */
  stateClaim: { permission: 'record.process', from: KEPT_STATES, to: ['stay'] },
  /** 核对并认领: shown, compared, and given out where it agrees. */
  claim: { permission: 'record.process', from: KEPT_STATES, to: ['claimed', 'stay'] },
  handOver: { permission: 'record.process', from: KEPT_STATES, to: ['handedOver'] },
  /** 主任意见 on an expired item. */
  decide: { permission: 'lostItem.decide', from: ['expired'], to: ['stored', 'noticed', 'stay'] },
  /** 处置, carried out as the director decided. */
  dispose: { permission: 'record.process', from: ['expired'], to: ['disposed'] },
  void: { permission: 'record.void', from: ['reserved', ...KEPT_STATES], to: ['void'] },
  undo: { permission: 'record.process', from: ALL_STATES, to: [...KEPT_STATES] },
  markPrinted: { permission: 'record.print', from: EVERY_STATE, to: ['stay'] },
  recordSignature: { permission: 'record.print', from: ALL_STATES, to: ['stay'] },
  fileScan: { permission: 'record.process', from: ALL_STATES, to: ['stay'] },
  attach: { permission: 'record.process', from: ALL_STATES, to: ['stay'] },
  link: { permission: 'record.process', from: ALL_STATES, to: ['stay'] },
  unlink: { permission: 'record.process', from: ALL_STATES, to: ['stay'] },
} as const satisfies Record<string, CommandRule<LostItemState>>

export type LostItemCommand = keyof typeof LOST_ITEM_COMMANDS

/** True while the thing is not claimed, handed over, disposed of, or its record void. */
export function isOpen({ state }: Pick<LostItem, 'state'>): boolean {
  return state !== 'void' && !ENDED_STATES.includes(state)
}

/** True where the thing lies in the house: on the shelf, or wherever it was put. */
export function isKept({ state }: Pick<LostItem, 'state'>): boolean {
  return (KEPT_STATES as readonly LostItemState[]).includes(state)
}

/** 涉密载体, 违禁品 and 危险品 go to the police; nobody is asked in public to come for them. */
const NEVER_ANNOUNCED: ReadonlySet<LostCategory> = new Set(['secretCarrier', 'contraband', 'dangerous'])

/** Whether it may stand on a 《招领公告》: it is here, and no secret, contraband or danger. */
export function mayBeAnnounced(record: Pick<LostItem, 'state' | 'intake'>): boolean {
  return isKept(record) && !NEVER_ANNOUNCED.has(record.intake.category)
}

/** 证件, 银行卡, 涉密载体, 违禁品, 危险品: not to be kept, but handed over at once (domain 6). */
export function isSensitive({ intake }: Pick<LostItem, 'intake'>): boolean {
  return (SENSITIVE_CATEGORIES as readonly string[]).includes(intake.category)
}
