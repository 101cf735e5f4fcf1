import { instantOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import type { Result } from '../../util/result'
import { contextAt } from '../register/testing'
import * as commands from './commands'
import { reachableParties } from './complainants'
import type { Complaint, ComplaintIntake, Judgement } from './types'

/** Builders for the tests of this folder; the product never imports this file. */

export { contextAt } from '../register/testing'

/** 受理 of every sample: a Monday morning. */
export const REGISTERED_AT = instantOf('2026-11-09', '09:00')

export function intakeOf(change: Partial<ComplaintIntake> = {}): ComplaintIntake {
  return {
    registeredAt: REGISTERED_AT,
    channel: 'phone',
    complainant: {
      anonymous: false,
      personId: null,
      unitId: null,
      name: '单雄信',
      phone: '13812345678',
      unitCode: '5-2-301',
    },
    subject: '维修班',
    occurredAt: null,
    place: '5号楼电梯',
    content: '电梯三天没人来修。',
    remedy: '尽快修好',
    lossOrInjury: false,
    ...change,
  }
}

/** The accepted value; a refusal fails the test with its key. */
export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.key} ${result.refusal.field ?? ''}`)
  return result.value
}

/** A record that was just registered. */
export function registered(intake: Partial<ComplaintIntake> = {}): Complaint {
  const full = intakeOf(intake)
  const given = { number: '客服-TS-2026-0001', year: 2026, seq: 1 }
  const ctx = contextAt(full.registeredAt, 'clerk')
  return accepted(commands.register({ given, intake: full, receivedBy: '' }, ctx))
}

type Judged = Partial<Pick<Judgement, 'nature' | 'severity' | 'cause'>>

export function judged(judgement: Judged = {}, intake: Partial<ComplaintIntake> = {}): Complaint {
  const record = registered(intake)
  const input = { nature: 'valid', severity: 'minor', cause: 'facilities', ...judgement } as const
  return accepted(commands.judge(record, input, contextAt(record.createdAt)))
}

export function inProgress(judgement: Judged = {}, promisedAt: Instant | null = null): Complaint {
  const record = judged(judgement)
  const input = { department: '维修班', responsible: '赵师傅', promisedAt }
  return accepted(commands.assign(record, input, contextAt(record.createdAt)))
}

/** Done one day after 受理. */
export const COMPLETED_AT = instantOf('2026-11-10', '16:00')

export function handled(judgement: Judged = {}): Complaint {
  const input = { measures: '更换门机', completedAt: COMPLETED_AT }
  return accepted(commands.complete(inProgress(judgement), input, contextAt(COMPLETED_AT, 'clerk')))
}

export function answered(record: Complaint): Complaint {
  const input = { answeredAt: record.updatedAt, way: 'phone', content: '已修好', answeredBy: '' } as const
  return accepted(commands.answer(record, input, contextAt(record.updatedAt, 'clerk')))
}

/** When samples are visited: within the 24 hours. */
export const VISITED_AT = instantOf('2026-11-11', '10:00')

export function visitInput(
  outcome: commands.ReturnVisitInput['outcome'],
  words = '',
): commands.ReturnVisitInput {
  return { visitedAt: VISITED_AT, way: 'phone', visitedBy: '', outcome, words }
}

export function visited(judgement: Judged = {}): Complaint {
  const record = answered(handled(judgement))
  return accepted(commands.recordReturnVisit(record, visitInput('satisfied'), contextAt(VISITED_AT, 'clerk')))
    .complaint
}

export function closed(): Complaint {
  return accepted(commands.close(visited(), {}, contextAt(VISITED_AT)))
}

export function voided(): Complaint {
  return accepted(commands.voidComplaint(judged(), { reason: '登记两次' }, contextAt(VISITED_AT)))
}

/** One of the people by name, mostly; everybody; somebody the record does not know. */
export function whomOf(record: Complaint, which: number): string {
  return reachableParties(record)[which]?.called ?? (which === 3 ? '谁' : '')
}
