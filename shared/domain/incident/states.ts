import type { CommandRule } from '../register/lifecycle'
import type { Incident, IncidentState } from './types'

const WRITING = ['handling'] as const
const OPEN = ['handling', 'submitted', 'verified'] as const
const CLOSED = ['verified', 'approved', 'archived'] as const
const ALL = ['handling', 'submitted', 'verified', 'approved', 'archived', 'void'] as const
const EVERY = ['reserved', ...ALL] as const

const writes = { permission: 'record.process', from: WRITING, to: ['stay'] } as const
const anytime = { permission: 'record.process', from: ALL, to: ['stay'] } as const

/**
 * The state machine of domain 7 as data: 处置中 → 已提交 → 主管已核 → 主任已批 (where it is needed) → 归档; back to 处置中
 * with a reason; 作废 until the report is closed. `register` and `reserve` begin a record. Whether a 主管已核 report is
 * closed already depends on what it says: see `isReportClosed`.
 */
export const INCIDENT_COMMANDS = {
  register: { permission: 'record.register', from: [], to: ['handling'] },
  reserve: { permission: 'record.register', from: [], to: ['reserved'] },
  fillIn: { permission: 'record.register', from: ['reserved'], to: ['handling'] },
  amend: writes,
  setDetails: writes,
  setParties: writes,
  setInjuries: writes,
  setLosses: writes,
  setNotifications: writes,
  setCalls: writes,
  setCompensations: writes,
  setWitnesses: writes,
  setInsurance: writes,
  /** 记一笔: a line of the 时间线. */
  note: writes,
  /** 划去 of a line, with a reason. */
  strike: writes,
  /** A step of the checklist: done or 不适用. */
  mark: writes,
  unmark: writes,
  submit: { permission: 'record.process', from: WRITING, to: ['submitted'] },
  verify: { permission: 'record.verify', from: ['submitted'], to: ['verified'] },
  approve: { permission: 'incident.approve', from: ['verified'], to: ['approved'] },
  /** 退回修改. */
  returnForRevision: { permission: 'record.verify', from: ['submitted', 'verified'], to: ['handling'] },
  /** 限阅, and lifting it. */
  restrict: { permission: 'record.verify', from: [...OPEN, 'approved', 'archived'], to: ['stay'] },
  supplement: { permission: 'record.process', from: CLOSED, to: ['stay'] },
  archive: { permission: 'record.process', from: ['verified', 'approved'], to: ['archived'] },
  void: { permission: 'record.void', from: ['reserved', ...OPEN], to: ['void'] },
  undo: { permission: 'record.process', from: ALL, to: ['handling', 'submitted', 'verified', 'approved'] },
  markPrinted: { permission: 'record.print', from: EVERY, to: ['stay'] },
  recordSignature: { permission: 'record.print', from: ALL, to: ['stay'] },
  fileScan: anytime,
  attach: { permission: 'record.process', from: OPEN, to: ['stay'] },
  link: anytime,
  unlink: anytime,
} as const satisfies Record<string, CommandRule<IncidentState>>

export type IncidentCommand = keyof typeof INCIDENT_COMMANDS

/** 主任已批 is needed for 死亡, 火警, 重大, and where somebody was hurt or fell ill (domain 7). */
export function needsApproval({ report, injuries }: Pick<Incident, 'report' | 'injuries'>): boolean {
  const grave = report.kind === 'death' || report.kind === 'fire' || report.severity === 'major'
  return grave || report.personHurt || injuries.length > 0
}

/** Whether 《客户事故报告》 is called for: a person was hurt or fell ill, or died (domain 7). */
export function asksForCustomerReport({ report, injuries }: Pick<Incident, 'report' | 'injuries'>): boolean {
  return report.kind === 'death' || report.personHurt || injuries.length > 0
}

/** Closed: approved by whoever has to. From then on only numbered supplements are added (domain 7). */
export function isReportClosed(record: Pick<Incident, 'state' | 'report' | 'injuries'>): boolean {
  if (record.state === 'verified') return !needsApproval(record)
  return record.state === 'approved' || record.state === 'archived'
}

/** True until the record is archived or void. */
export function isOpen({ state }: Pick<Incident, 'state'>): boolean {
  return state !== 'archived' && state !== 'void'
}
