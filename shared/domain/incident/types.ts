import type { LivingRecord } from '../register/lifecycle'
import type { PersonRef } from '../register/person'
import type { Instant, Step } from '../register/types'
import type { IncidentKind } from './kinds'

/** 程度: 轻微, 重要, 重大 */
export const INCIDENT_SEVERITIES = ['minor', 'important', 'major'] as const
export type IncidentSeverity = (typeof INCIDENT_SEVERITIES)[number]

/**
 * States (domain 7): 留号 (a number given to a blank form) → 处置中 → 已提交 → 主管已核 → 主任已批 (where it is needed) →
 * 归档; 作废 from any that is not closed.
 */
export const INCIDENT_STATES = [
  'reserved',
  'handling',
  'submitted',
  'verified',
  'approved',
  'archived',
  'void',
] as const
export type IncidentState = (typeof INCIDENT_STATES)[number]

/** What somebody had to do with it: 受害人, 肇事人, 报案人, 伤病者, 住户, 陪同人, 在场员工, 其他 */
export const PARTY_ROLES = [
  'victim',
  'causer',
  'informant',
  'patient',
  'household',
  'companion',
  'staff',
  'other',
] as const
export type PartyRole = (typeof PARTY_ROLES)[number]

/** 当事人: one of several. */
export interface Party {
  id: string
  role: PartyRole
  person: PersonRef
  /** What else is to be known of them; '' for nothing. */
  note: string
}

/** 伤情 of one person: sensitive (domain 7, 13). On the 内部限阅 form only. */
export interface Injury {
  id: string
  /** Whose it is, as called; '' while nobody knows. */
  who: string
  /** 伤情 */
  condition: string
  /** 救治去向: first aid on the spot, the hospital; '' for none. */
  treatment: string
}

/** 财产损失: one item. */
export interface Loss {
  id: string
  item: string
  /** 元, two decimals; null while unknown. */
  amount: number | null
  /** Whose it was; '' while nobody knows. */
  owner: string
}

/** 通知: who was told, when, by whom. */
export interface Notification {
  id: string
  told: string
  toldAt: Instant
  toldBy: string
  /** What they were told or said; '' for nothing. */
  words: string
}

/** 报警/急救: 公安 110, 急救 120, 消防 119, 其他 (燃气, 供电 …) */
export const EMERGENCY_SERVICES = ['police', 'ambulance', 'fireBrigade', 'other'] as const
export type EmergencyService = (typeof EMERGENCY_SERVICES)[number]

/** 报警/急救: time and receipt. */
export interface EmergencyCall {
  id: string
  service: EmergencyService
  calledAt: Instant
  calledBy: string
  arrivedAt: Instant | null
  /** 回执号: receipt or case number; '' while there is none. */
  receipt: string
}

/** 赔偿: still talked about (协商中), 已签, or 有争议. */
export const COMPENSATION_OUTCOMES = ['open', 'signed', 'disputed'] as const
export type CompensationOutcome = (typeof COMPENSATION_OUTCOMES)[number]

/** 赔偿: one agreement, or one dispute. */
export interface Compensation {
  id: string
  /** 元, two decimals; null while unknown. */
  amount: number | null
  /** Who pays; '' while nobody knows. */
  paidBy: string
  /** Who agreed to it; '' where nobody has. */
  agreedBy: string
  outcome: CompensationOutcome
  /** When it was signed or disputed; null while open. */
  settledAt: Instant | null
  note: string
}

/** 证人 */
export interface Witness {
  id: string
  person: PersonRef
  /** What they saw, in their own words. */
  statement: string
}

/** 保险: to whom and when it was reported, under which number. */
export interface Insurance {
  insurer: string
  policyNumber: string
  reportedAt: Instant | null
  /** 报案号 */
  claimNumber: string
  note: string
}

/** One line of the 时间线: never rewritten, only struck through with a reason. */
export interface TimelineEntry {
  id: string
  /** Stamped by one key. */
  at: Instant
  text: string
  by: string
  userId: string
  struck: { reason: string; at: Instant; by: string } | null
}

/** A step of the checklist that was done, or of which somebody said that it is 不适用, and why. */
export interface CheckMark {
  /** Id in the checklist of the type: `police`. */
  stepId: string
  outcome: 'done' | 'notApplicable'
  at: Instant
  by: string
  /** 不适用 needs one; '' where it was done. */
  reason: string
}

/**
 * The own fields of a type by field id (`receiptNumber`): texts, amounts in 元, counts, yes or no, instants, and for
 * a choice the option's id. Which fields a type has stands in `fields.ts`, their words in the catalogue.
 */
export type DetailValue = string | number | boolean
export type IncidentDetails = Record<string, DetailValue>

/** 补充 after approval: numbered, never rewritten. */
export interface Supplement {
  id: string
  /** 1 for 补充1. */
  seq: number
  text: string
  at: Instant
  by: string
  /** What came with it: a signed agreement, a police letter. */
  attachmentIds: string[]
}

/** One look at the report: 核实 by the supervisor, 审批 by the director. */
export interface Review {
  at: Instant
  by: string
  /** 意见; '' for none. */
  words: string
}

/** 退回修改: why the report came back; null once it was submitted again. */
export interface Returned {
  at: Instant
  by: string
  reason: string
}

/** What happened: what a clerk writes while it goes on and after. */
export interface IncidentReport {
  /** 类型 */
  kind: IncidentKind
  /** 发生时间 */
  occurredAt: Instant
  /** 地点 */
  place: string
  /** 起因 */
  origin: string
  /** 经过 */
  course: string
  /** 程度; null until somebody judged it. */
  severity: IncidentSeverity | null
  /** 有人受伤或发病: asks for the director's approval and the 《客户事故报告》. */
  personHurt: boolean
  /** 处理办法 */
  measures: string
  /** 处理结果 */
  result: string
  /** 防止再发生的建议: required before submission. */
  prevention: string
}

/** One 突发事件 or 事故 with its report (domain 7). */
export interface Incident extends LivingRecord {
  register: 'incident'
  state: IncidentState
  /** 报告人 */
  reportedBy: string
  reportedByUserId: string
  report: IncidentReport
  /** Own fields of the type. */
  details: IncidentDetails
  checks: CheckMark[]
  timeline: TimelineEntry[]
  parties: Party[]
  /** 伤情: sensitive. */
  injuries: Injury[]
  losses: Loss[]
  notifications: Notification[]
  calls: EmergencyCall[]
  compensations: Compensation[]
  witnesses: Witness[]
  insurance: Insurance | null
  /** 限阅: a 死亡 always, others by a supervisor. */
  restricted: boolean
  /** When the first written report was submitted: due within 24† hours of the event. */
  firstSubmittedAt: Instant | null
  submittedAt: Instant | null
  submittedBy: string | null
  verification: Review | null
  approval: Review | null
  returned: Returned | null
  supplements: Supplement[]
  archivedAt: Instant | null
  archivedBy: string | null
  steps: Step<IncidentState>[]
}
