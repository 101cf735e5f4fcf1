import { civilDayOf } from '../../../util/civilTime'
import type { Instant } from '../../../util/instant'
import type { RuleContext } from '../../register/types'
import { answerOwed } from '../complainants'
import { canBeReached, isValidComplaint } from '../states'
import type { Complaint } from '../types'
import { type Objection, requirePast } from './advance'

/** What closing may still add. */
export interface ClosingInput {
  /** 总结评价, required for 重要 and 重大. */
  summary: string
  /** Number of the 纠正措施报告, required for 重大. */
  correctiveActionRef: string
  /** When head office was told, required for 重大. */
  headOfficeReportedAt: Instant | null
}

/** Something without which a record cannot close: refusal key and the field it belongs to. */
export interface Missing {
  key: string
  field: string
}

/**
 * Everything that still keeps a judged record from closing (domain 5), in the order in which it is done.
 * A 沟通性投诉 closes once explained; a 有效投诉 needs its work done, an answer, a return visit that reached somebody,
 * and 核实 (which a supervisor gives by closing). Nobody can be asked where a 匿名 complaint left no trace, or where a
 * supervisor ended the attempts (无法回访).
 */
export function missingForClosing(record: Complaint): Missing[] {
  const { judgement, handling } = record
  if (!judgement) return [{ key: 'complaint.judgementRequired', field: 'judgement' }]
  const { severity } = judgement
  const valid = isValidComplaint(judgement)
  const reachable = canBeReached(record)
  const asked = wasReached(record) || record.unreachable !== null
  const open = [
    valid && !handling?.completedAt && missing('complaint.completionRequired', 'completedAt'),
    answerOwed(record) && missing('complaint.answerRequired', 'answers'),
    valid && reachable && !asked && missing('complaint.returnVisitRequired', 'returnVisits'),
    valid && !record.verification && missing('complaint.verificationRequired', 'verification'),
    severity !== 'minor' && record.summary.trim() === '' && missing('complaint.summaryRequired', 'summary'),
    severity === 'major' &&
      record.correctiveActionRef.trim() === '' &&
      missing('complaint.correctiveActionRequired', 'correctiveActionRef'),
    severity === 'major' &&
      !record.headOfficeReportedAt &&
      missing('complaint.headOfficeRequired', 'headOfficeReportedAt'),
  ]
  return open.filter((item) => item !== false)
}

/** Whether a return visit spoke to the person. */
export function wasReached({ returnVisits }: Pick<Complaint, 'returnVisits'>): boolean {
  return returnVisits.some(({ outcome }) => outcome !== 'notReached')
}

/** 无法回访 needs at least so many 未联系上, on at least so many different days. */
const ATTEMPTS = 3
const ATTEMPT_DAYS = 2

/** What is still missing before 无法回访 may be said: attempts, and whether one of them has to be on another day. */
export function missingAttempts({ returnVisits }: Pick<Complaint, 'returnVisits'>): {
  attempts: number
  otherDay: boolean
} {
  const tried = returnVisits.filter(({ outcome }) => outcome === 'notReached')
  const days = new Set(tried.map(({ visitedAt }) => civilDayOf(visitedAt)))
  return { attempts: Math.max(0, ATTEMPTS - tried.length), otherDay: days.size < ATTEMPT_DAYS }
}

function missing(key: string, field: string): Missing {
  return { key, field }
}

/** The record with what the closing form adds; fields left out stay as they are. */
export function withClosing(record: Complaint, input: Partial<ClosingInput>): Complaint {
  return {
    ...record,
    summary: (input.summary ?? record.summary).trim(),
    correctiveActionRef: (input.correctiveActionRef ?? record.correctiveActionRef).trim(),
    headOfficeReportedAt:
      input.headOfficeReportedAt === undefined ? record.headOfficeReportedAt : input.headOfficeReportedAt,
  }
}

/** Refusals `time.*` for the report to head office. */
export function objectionToClosing(
  record: Complaint,
  input: Partial<ClosingInput>,
  ctx: RuleContext,
): Objection {
  const at = input.headOfficeReportedAt
  return at ? requirePast(at, 'headOfficeReportedAt', ctx, record) : null
}
