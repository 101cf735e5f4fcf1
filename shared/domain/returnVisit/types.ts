import type { ContactWay } from '../complaint/types'
import type { PersonRef } from '../register/person'
import type { CivilDay, Instant, RegisterRecord, Step, Voided } from '../register/types'

/** 来源: a complaint, a repair, a suggestion (of a visit), or free (domain 8). */
export const RETURN_VISIT_SOURCES = ['complaint', 'repair', 'suggestion', 'free'] as const
export type ReturnVisitSourceKind = (typeof RETURN_VISIT_SOURCES)[number]

/** 用户满意度: A 满意, B 较满意, C 不满意 */
export const SATISFACTIONS = ['A', 'B', 'C'] as const
export type Satisfaction = (typeof SATISFACTIONS)[number]

/** 留号 → 已回访; 作废 from either. A return visit is done when it is written down. */
export const RETURN_VISIT_STATES = ['reserved', 'recorded', 'void'] as const
export type ReturnVisitState = (typeof RETURN_VISIT_STATES)[number]

/** What a return visit follows up; without an id for a free one, or a repair that has only a number on paper. */
export interface ReturnVisitSource {
  kind: ReturnVisitSourceKind
  /** Id of the complaint, repair or visit in this app; null where there is none. */
  recordId: string | null
  /** Its number; '' for a free one. */
  number: string
}

/** What stands in one row of 《回访工作记录表》. */
export interface ReturnVisitEntry {
  /** 楼座/房号 and whom. */
  person: PersonRef
  source: ReturnVisitSource
  /** 日期, with the time. */
  visitedAt: Instant
  way: ContactWay
  /** 回访内容及处理结果 */
  content: string
  /** 用户满意度 */
  satisfaction: Satisfaction
  /** 回访人员: '' means the person who is signed in. */
  visitedBy: string
}

/** 回访 HF (domain 8). 用户签名 stands on the paper, `prints.returnVisitSheet.signature`. */
export interface ReturnVisitRecord extends RegisterRecord {
  register: 'returnVisit'
  state: ReturnVisitState
  /** null only while the number is reserved. */
  entry: ReturnVisitEntry | null
  /** The attempt of the complaint that wrote this record; '' for one of its own. */
  attemptId: string
  /** 季度回访: `2026-Q4`, or '' outside a round. */
  round: string
  void: Voided | null
  steps: Step<ReturnVisitState>[]
}

/** One household or record that a quarter's round calls. */
export interface RoundTarget {
  id: string
  unitId: string | null
  unitCode: string
  name: string
  phone: string
  source: ReturnVisitSource
  /** Day of what is followed up; null where the household was chosen by hand. */
  day: CivilDay | null
  /** The return visit that called it; null while it is still to be called. */
  returnVisitId: string | null
  /** Why it is not called; '' while it is to be. */
  skipped: string
}

/** 季度回访: the round of one quarter, id `2026-Q4` (domain 8). */
export interface ReturnRound {
  id: string
  rev: number
  createdAt: Instant
  createdBy: string
  updatedAt: Instant
  targets: RoundTarget[]
}
