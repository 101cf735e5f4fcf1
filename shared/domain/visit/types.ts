import type { Erasable } from '../privacy/types'
import type { PersonRef } from '../register/person'
import type { CivilDay, Instant, RegisterRecord, Step, Voided } from '../register/types'

/** 方式: 上门, 管理处, 户外, 问卷, 电话, 其他 (domain 8). Any of the six counts for the month's goal. */
export const VISIT_WAYS = ['doorstep', 'office', 'outdoors', 'questionnaire', 'phone', 'other'] as const
export type VisitWay = (typeof VISIT_WAYS)[number]

/**
 * 内容 in five parts (domain 8): 对物业管理工作的意见和建议, 对便民服务的意见和建议, 特殊困难和需求,
 * 对社区文化建设的意见和建议, 其他.
 */
export const VISIT_PARTS = ['management', 'services', 'needs', 'community', 'other'] as const
export type VisitPart = (typeof VISIT_PARTS)[number]
export type VisitParts = Record<VisitPart, string>

/** Parts that hold 意见和建议: the 访问总结 says 采纳 or 不采纳 to each of them. */
export const SUGGESTION_PARTS = ['management', 'services', 'community'] as const satisfies VisitPart[]
export type SuggestionPart = (typeof SUGGESTION_PARTS)[number]

/** States: 留号 (a number given to a blank form) → 已预约 → 已访问 → 关闭; 作废 from any of them but 关闭. */
export const VISIT_STATES = ['reserved', 'planned', 'visited', 'closed', 'void'] as const
export type VisitState = (typeof VISIT_STATES)[number]

/** Whom to visit, how and when: all that a planned visit says. */
export interface VisitPlan {
  /** 房号 and 被访人. */
  person: PersonRef
  way: VisitWay
  /** 预约时间, required for 上门. */
  appointmentAt: Instant | null
  /** 访问人: '' means the person who is signed in. */
  visitor: string
}

/** What the visit brought, as it stands on the sheet. */
export interface VisitFindings {
  /** 访问时间 */
  visitedAt: Instant
  parts: VisitParts
  /** 需反馈 */
  feedbackNeeded: boolean
  /** 反馈时间 that was promised: by the end of this day; null where none is needed. */
  feedbackDueOn: CivilDay | null
}

/** 反馈时间 and 反馈结果. */
export interface VisitFeedback {
  at: Instant
  result: string
  by: string
}

/** 接待员意见, needed by the 5th of the month after the visit. */
export interface VisitOpinion {
  text: string
  at: Instant
  by: string
}

/**
 * 访问 FW (domain 8). What concerns a person's private life is no field of it: see `VisitPrivateNotes`. 业主签名 or 拒签
 * stands on the paper, `prints.visitRecord.signature`.
 */
export interface Visit extends RegisterRecord {
  register: 'visit'
  state: VisitState
  plan: VisitPlan
  /** The user who is the 访问人, by the name; '' where no user is called so. Reads the private notes. */
  visitorUserId: string
  /** null until the visit has taken place. */
  findings: VisitFindings | null
  feedback: VisitFeedback | null
  opinion: VisitOpinion | null
  closedAt: Instant | null
  closedBy: string | null
  void: Voided | null
  steps: Step<VisitState>[]
}

/**
 * 私密记录 of one visit: read by the 访问人, 客服主管 and 主任 only (domain 8). A row of its own, so that no list, search,
 * print, export or timeline can take it along by mistake.
 */
export interface VisitPrivateNotes extends Erasable {
  /** Id of the visit. */
  id: string
  /** The visit's own: who reads them beside supervisor and director. */
  visitorUserId: string
  text: string
  at: Instant
  by: string
}

/** 不便时间: an hour or a weekday at which a household does not want to be visited. */
export interface DeclinedTime {
  /** 1 (Monday) … 7 (Sunday); empty for every day. */
  weekdays: number[]
  /** `HH:mm`; both '' for the whole day. `to` is not included any more. */
  from: string
  to: string
}

/** What a household said about being visited. */
export interface VisitPreference {
  /** Id of the unit. */
  id: string
  rev: number
  unitCode: string
  declinedTimes: DeclinedTime[]
  /** The household wants no visits at all: it is never suggested. */
  noVisits: boolean
  note: string
  at: Instant
  by: string
}
