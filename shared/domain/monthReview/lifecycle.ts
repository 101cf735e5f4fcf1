import { endOfCivilDay } from '../../util/civilTime'
import { type MonthId, nextMonth } from '../../util/months'
import { type CommandRule, type Lifecycle, lifecycleOf } from '../register/lifecycle'
import { type RecordRules, recordRules } from '../register/rules'
import type { Duty, Instant } from '../register/types'
import { MONTH_REVIEW_STATES, type MonthReview, type MonthReviewState } from './types'

const STATES = MONTH_REVIEW_STATES.filter((state) => state !== 'void')
const OPEN = ['running', 'reviewed'] as const

/** By when the supervisor has reviewed and the director signed: days of the next month, as with the visits (domain 8). */
const REVIEW_DAY = '05'
const APPROVAL_DAY = '10'

const prepares = { permission: 'month.review', from: ['running'], to: ['stay'] } as const

/** 审核中 → 已审核 → 已审阅 (locked); back with 退回 or 重开 (domain 12). A month is never void. */
export const MONTH_REVIEW_COMMANDS = {
  open: { permission: 'record.read', from: [], to: ['running'] },
  /** A line of the checklist stays as it is, and why. */
  giveReason: prepares,
  drawSample: prepares,
  /** 合格 or 有问题 of a record that was drawn. */
  checkItem: prepares,
  suggest: prepares,
  withdrawSuggestion: prepares,
  /** A duty of the 年度服务计划 done. */
  tick: { permission: 'month.review', from: OPEN, to: ['stay'] },
  untick: { permission: 'month.review', from: OPEN, to: ['stay'] },
  /** 审核 of the supervisor. */
  review: { permission: 'month.review', from: ['running'], to: ['reviewed'] },
  /** 采纳 or 不采纳 of a suggestion. */
  decide: { permission: 'month.approve', from: ['reviewed'], to: ['stay'] },
  /** 审阅 of the director: the month is locked. */
  approve: { permission: 'month.approve', from: ['reviewed'], to: ['approved'] },
  /** The made 《月报》 of a signed month is kept, once. */
  keepReport: { permission: 'record.print', from: ['approved'], to: ['stay'] },
  /** 退回 to the supervisor, with a reason. */
  sendBack: { permission: 'month.review', from: ['reviewed'], to: ['running'] },
  /** 重开 of a signed month, with a reason that is printed. */
  reopen: { permission: 'month.reopen', from: ['approved'], to: ['running'] },
  void: { permission: 'record.void', from: [], to: ['void'] },
  undo: { permission: 'month.review', from: STATES, to: STATES },
  markPrinted: { permission: 'record.print', from: STATES, to: ['stay'] },
  recordSignature: { permission: 'record.print', from: STATES, to: ['stay'] },
  fileScan: { permission: 'record.process', from: STATES, to: ['stay'] },
  attach: { permission: 'record.process', from: STATES, to: ['stay'] },
  link: { permission: 'record.process', from: STATES, to: ['stay'] },
  unlink: { permission: 'record.process', from: STATES, to: ['stay'] },
} as const satisfies Record<string, CommandRule<MonthReviewState>>
export type MonthReviewCommand = keyof typeof MONTH_REVIEW_COMMANDS

/** 审核 of a month is due by the 5th of the next, that day included. */
export function reviewDue(month: MonthId): Instant {
  return endOfCivilDay(`${nextMonth(month)}-${REVIEW_DAY}`)
}

/** 审阅 of a month is due by the 10th of the next, that day included. */
export function approvalDue(month: MonthId): Instant {
  return endOfCivilDay(`${nextMonth(month)}-${APPROVAL_DAY}`)
}

/** What the review of a month waits for. */
export function monthReviewDuty({ id, state }: MonthReview): Duty | null {
  if (state === 'running') return { kind: 'monthReview', dueAt: reviewDue(id) }
  return state === 'reviewed' ? { kind: 'monthApproval', dueAt: approvalDue(id) } : null
}

/** The reviews of months as records: role, state, steps and duty. */
export const monthReviewLife: Lifecycle<MonthReview, MonthReviewCommand> = lifecycleOf<
  MonthReview,
  MonthReviewCommand
>({
  noun: 'monthReview',
  commands: MONTH_REVIEW_COMMANDS,
  ended: ['approved'],
  settle: (record) => ({ ...record, duty: monthReviewDuty(record) }),
})

/** Paper, 附件 and 撤销 of a review, as of every record. */
export const monthReviewRules: RecordRules<MonthReview> = recordRules<MonthReview, MonthReviewCommand>(
  monthReviewLife,
  {
    undoable: [
      'giveReason',
      'checkItem',
      'suggest',
      'withdrawSuggestion',
      'tick',
      'untick',
      'review',
      'decide',
      'sendBack',
    ],
  },
)
