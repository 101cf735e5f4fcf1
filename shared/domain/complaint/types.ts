import type { PersonRef } from '../register/person'
import type { Instant, RegisterRecord, Step as StepOf, Voided } from '../register/types'

/** 渠道: 来电, 来访, 来函, 电子邮件, 意见箱, 媒体, 主管部门转办, 总部转办, 员工发现 */
export const CHANNELS = [
  'phone',
  'visit',
  'letter',
  'email',
  'suggestionBox',
  'media',
  'authority',
  'headOffice',
  'staff',
] as const
export type Channel = (typeof CHANNELS)[number]

/** 性质: 有效投诉; 沟通性投诉 in its three kinds 求助型, 咨询型, 发泄型 */
export const NATURES = ['valid', 'help', 'inquiry', 'venting'] as const
export type Nature = (typeof NATURES)[number]

/** 程度: 轻微, 重要, 重大 */
export const SEVERITIES = ['minor', 'important', 'major'] as const
export type Severity = (typeof SEVERITIES)[number]

/** 原因类别 (domain 5) */
export const CAUSES = [
  'attitude',
  'timeliness',
  'quality',
  'fees',
  'facilities',
  'safetyParking',
  'cleaningGreening',
  'community',
  'emergency',
  'neighbours',
  'developer',
] as const
export type Cause = (typeof CAUSES)[number]

/** States: 留号 (a number given to a blank form) → 受理 → 判定 → 处理中 ⇄ 挂起 → 处理完毕 → 已回访 → 关闭; 作废 from any open state. */
export const COMPLAINT_STATES = [
  'reserved',
  'accepted',
  'judged',
  'inProgress',
  'suspended',
  'handled',
  'visited',
  'closed',
  'void',
] as const
export type ComplaintState = (typeof COMPLAINT_STATES)[number]

/** 回访 outcome: 满意, 较满意, 不满意, 未联系上 */
export const VISIT_OUTCOMES = ['satisfied', 'fairlySatisfied', 'dissatisfied', 'notReached'] as const
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number]

/** Ways of answering and of return visits: 电话, 上门, 管理处面谈, 书面, 短信/微信, 其他 */
export const CONTACT_WAYS = ['phone', 'doorstep', 'office', 'written', 'message', 'other'] as const
export type ContactWay = (typeof CONTACT_WAYS)[number]

/** 投诉人: a household person, or 姓名+电话+房号, or 匿名. */
export interface Complainant extends PersonRef {
  anonymous: boolean
}

/** Intake (受理). */
export interface ComplaintIntake {
  /** 登记时间: entered by the machine, or the clerk for what was written on paper first. */
  registeredAt: Instant
  channel: Channel
  complainant: Complainant
  /** 被投诉人或部门 */
  subject: string
  /** 事发时间 */
  occurredAt: Instant | null
  /** 事发地点 */
  place: string
  /** 投诉内容: the person's own words. */
  content: string
  /** 诉求 */
  remedy: string
  /** 有财产损失或人员受伤: asks for a 《事故报告》 as well. */
  lossOrInjury: boolean
}

/** Another person with the same matter (并案): their words are kept, and they are answered with the first. */
export interface CoComplainant {
  id: string
  complainant: Complainant
  channel: Channel
  saidAt: Instant
  /** Their own words. */
  words: string
  receivedBy: string
  receivedByUserId: string
  /** The record that was joined into this one; '' where the person was added without one. */
  fromNumber: string
  /** How many answers the record had when they were added: a later one answers them too. */
  answersBefore: number
}

/** Judging (判定). */
export interface Judgement {
  nature: Nature
  severity: Severity
  cause: Cause
  judgedAt: Instant
  judgedBy: string
}

/** A deadline that was moved after the person was told (延期告知). */
export interface PromiseMove {
  from: Instant
  to: Instant
  reason: string
  toldAt: Instant
  movedAt: Instant
  movedBy: string
}

/** What the person said to the proposals: which one was chosen stands beside it. */
export interface ProposalConsent {
  /** False where the person wants none of them. */
  agreed: boolean
  at: Instant
  way: ContactWay
  words: string
  notedBy: string
}

/** 处理: who does it until when (派工), and what was found and done. */
export interface Handling {
  /** 责任部门 */
  department: string
  /** 责任人 */
  responsible: string
  /** 承诺期限 */
  promisedAt: Instant | null
  promiseMoves: PromiseMove[]
  assignedAt: Instant
  assignedBy: string
  /** 调查经过 */
  investigation: string
  /** 原因分析 */
  causeAnalysis: string
  /** 处理方案, one or more offered. */
  proposals: string[]
  /** Which proposal the person chose, index into `proposals`. */
  chosenProposal: number | null
  /** The person's consent to the choice. */
  consent: ProposalConsent | null
  /** 处理措施 */
  measures: string
  /** 完成时间 */
  completedAt: Instant | null
}

/** 挂起: reason and 下次联系日. */
export interface Suspension {
  reason: string
  nextContactOn: string
  suspendedAt: Instant
  suspendedBy: string
}

/** 答复 */
export interface Answer {
  /** The complainant it was given to, by the name of then; '' where there was only one, or where it was for all. */
  person: string
  answeredAt: Instant
  way: ContactWay
  content: string
  answeredBy: string
}

/** One attempt of a 回访. */
export interface ReturnVisit {
  id: string
  /** The complainant it was made to, by the name of then; '' where there was only one. */
  person: string
  visitedAt: Instant
  way: ContactWay
  visitedBy: string
  outcome: VisitOutcome
  words: string
}

/** 核实: the supervisor's confirmation that what was done holds ("客服主管 verifies ordinary cases"). */
export interface Verification {
  verifiedAt: Instant
  verifiedBy: string
  words: string
}

/** One step of a complaint. */
export type Step = StepOf<ComplaintState>

export interface Complaint extends RegisterRecord {
  register: 'complaint'
  state: ComplaintState
  /** 接待人 */
  receivedBy: string
  /** 首问责任: the user who registered it. */
  firstAskedUserId: string
  /** 首问责任 of those who registered what was joined into it, or took in another person's words. */
  alsoFirstAskedUserIds: string[]
  intake: ComplaintIntake
  /** 其他投诉人 of the same matter. */
  others: CoComplainant[]
  judgement: Judgement | null
  handling: Handling | null
  suspension: Suspension | null
  answers: Answer[]
  returnVisits: ReturnVisit[]
  /** 客服主管's 核实, required to close a 有效投诉 unless a supervisor closes it. */
  verification: Verification | null
  /** 总结评价, required for 重要 and 重大. */
  summary: string
  closedAt: Instant | null
  closedBy: string | null
  /** Set when it became 重大 by itself or by hand (domain 5). */
  escalatedAt: Instant | null
  escalatedBecause: 'overAMonth' | 'repeatedPromise' | null
  /** 纠正措施报告 number and head-office report, demanded by 重大 before closing. */
  correctiveActionRef: string
  headOfficeReportedAt: Instant | null
  /** 无法回访: the person was never reached, confirmed by a supervisor, so that the record can end. */
  unreachable: Voided | null
  /** True where this complaint was opened by a 不满意 return visit: statistics count the pair once. */
  repeatOf: string | null
  /** 并案: the record that this one was joined into; it ended with that. */
  joinedInto: string | null
  void: Voided | null
  steps: Step[]
}
