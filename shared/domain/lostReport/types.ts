import type { LostCategory } from '../lostItem/types'
import type { PersonRef } from '../register/person'
import type { Instant, RegisterRecord, Step, Voided } from '../register/types'

/** States: 寻找中 → 已找回 | 已结束; 作废 from the first. */
export const LOST_REPORT_STATES = ['open', 'found', 'closed', 'void'] as const
export type LostReportState = (typeof LOST_REPORT_STATES)[number]

/** What somebody says they lost (寻物登记). */
export interface LostReportIntake {
  registeredAt: Instant
  /** 失主, with 电话 and 房号. */
  owner: PersonRef
  /** 物品 */
  item: string
  category: LostCategory
  /** 特征, in the owner's words. */
  features: string
  /** 遗失时间段: the earliest moment; null where the owner cannot say. */
  lostFrom: Instant | null
  /** 遗失时间段: the latest moment, when it was missed. */
  lostUntil: Instant | null
  /** 可能地点 */
  places: string
  /** 附注 */
  remarks: string
}

/** How it ended: found here (with the item) or by the owner, or given up. */
export interface LostReportEnding {
  /** 结果说明 */
  words: string
  /** The found item that was given back; null where it was found elsewhere or not at all. */
  itemId: string | null
  itemNumber: string
  at: Instant
  by: string
}

/** A report of something lost (寻物, XW). */
export interface LostReport extends RegisterRecord {
  register: 'lostReport'
  state: LostReportState
  /** 接待人 */
  receivedBy: string
  intake: LostReportIntake
  ending: LostReportEnding | null
  void: Voided | null
  steps: Step<LostReportState>[]
}
