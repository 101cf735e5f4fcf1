import type { CommandRule } from '../register/lifecycle'
import type { LostReport, LostReportState } from './types'

const ALL_STATES = ['open', 'found', 'closed', 'void'] as const

/** States in which the search has ended, besides 作废. */
export const ENDED_STATES: readonly LostReportState[] = ['found', 'closed']

/** The state machine of 寻物登记 as data: 寻找中 → 已找回 | 已结束 (domain 6). */
export const LOST_REPORT_COMMANDS = {
  register: { permission: 'record.register', from: [], to: ['open'] },
  amendIntake: { permission: 'record.process', from: ['open'], to: ['stay'] },
  /** 已找回: given back here, or found by the owner. */
  markFound: { permission: 'record.process', from: ['open'], to: ['found'] },
  /** 结束寻找: the owner gave it up. */
  close: { permission: 'record.process', from: ['open'], to: ['closed'] },
  void: { permission: 'record.void', from: ['open'], to: ['void'] },
  undo: { permission: 'record.process', from: ALL_STATES, to: ['open'] },
  markPrinted: { permission: 'record.print', from: ALL_STATES, to: ['stay'] },
  recordSignature: { permission: 'record.print', from: ALL_STATES, to: ['stay'] },
  fileScan: { permission: 'record.process', from: ALL_STATES, to: ['stay'] },
  attach: { permission: 'record.process', from: ALL_STATES, to: ['stay'] },
  link: { permission: 'record.process', from: ALL_STATES, to: ['stay'] },
  unlink: { permission: 'record.process', from: ALL_STATES, to: ['stay'] },
} as const satisfies Record<string, CommandRule<LostReportState>>

export type LostReportCommand = keyof typeof LOST_REPORT_COMMANDS

/** True while it is looked for. */
export function isOpen({ state }: Pick<LostReport, 'state'>): boolean {
  return state === 'open'
}
