import { instantOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import type { Result } from '../../util/result'
import { contextAt } from '../register/testing'
import * as commands from './commands'
import type { Estimate, LostItem, LostItemIntake } from './types'

/** Builders for the tests of found items; the product never imports this file. */

export { contextAt } from '../register/testing'

/** 上交时间 of every sample: a Monday morning. */
export const HANDED_IN_AT = instantOf('2026-03-09', '09:00')

/** The accepted value; a refusal fails the test with its key. */
export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.key} ${result.refusal.field ?? ''}`)
  return result.value
}

/** The refusal as `key field`; an accepted value fails the test. */
export function refused(result: Result<unknown>): string {
  if (result.ok) throw new Error('accepted')
  const { key, field } = result.refusal
  return field ? `${key} ${field}` : key
}

/** An estimate in 元. */
export function worth(yuan: number): Estimate {
  return { fen: Math.round(yuan * 100), band: 'upTo100' }
}

export function intakeOf(change: Partial<LostItemIntake> = {}): LostItemIntake {
  return {
    name: '黑色皮钱包',
    category: 'walletCash',
    quantity: 1,
    features: '内有一张手写便条, 拉链头缺一角',
    estimate: worth(260),
    foundAt: instantOf('2026-03-09', '08:20'),
    foundPlace: '3号楼电梯厅',
    finder: { name: '孙二娘', role: '保洁部', phone: '13812345678' },
    handedInAt: HANDED_IN_AT,
    receivedBy: '',
    countedBy: '石秀',
    storedAt: 'A 柜 2 层',
    clues: '',
    remarks: '',
    ...change,
  }
}

/** 在库. */
export function stored(change: Partial<LostItemIntake> = {}): LostItem {
  const intake = intakeOf(change)
  const given = { number: '客服-SW-2026-0001', year: 2026, seq: 1 }
  return accepted(commands.register({ given, intake }, contextAt(intake.handedInAt, 'clerk')))
}

/** 公告中 since `postedAt`. */
export function noticed(postedAt: Instant = HANDED_IN_AT, change: Partial<LostItemIntake> = {}): LostItem {
  const record = stored(change)
  return accepted(commands.publish(record, { postedAt, place: '南门公告栏' }, contextAt(postedAt, 'clerk')))
}

/** 逾期待处理 at `now`; fails where it is not due by then. */
export function expiredAt(now: Instant, record: LostItem): LostItem {
  const next = commands.expireIfDue(record, contextAt(now))
  if (!next) throw new Error('not due')
  return next
}

/** A claim that somebody stated on the day after it was handed in. */
export const STATED_AT = instantOf('2026-03-10', '10:00')

export function statement(change: Partial<commands.StateClaimInput> = {}): commands.StateClaimInput {
  return {
    name: '宋江',
    phone: '13900001111',
    relation: 'self',
    statedFeatures: '黑色, 拉链头缺一角, 里面有我写的便条',
    statedAt: STATED_AT,
    ...change,
  }
}

/** 在库 or 公告中 with a statement that waits for the item to be shown. */
export function stated(
  change: Partial<commands.StateClaimInput> = {},
  record: LostItem = stored(),
): LostItem {
  const input = statement(change)
  return accepted(commands.stateClaim(record, input, contextAt(input.statedAt, 'clerk')))
}

/** What is entered when the item is shown and given out to the newest claimant. */
export function showing(record: LostItem, change: Partial<commands.ClaimInput> = {}): commands.ClaimInput {
  return {
    claimId: record.claims.at(-1)?.id ?? '',
    shownAt: instantOf('2026-03-10', '10:05'),
    outcome: 'matches',
    words: '一致',
    idLast4: '123X',
    claimedAt: instantOf('2026-03-10', '10:10'),
    handledBy: '',
    authorizationIds: [],
    ...change,
  }
}

/** Past both clocks of the samples: handed in and announced on 9 March 2026, worth more than 100 元. */
export const LATER = instantOf('2027-03-20', '10:00')

/** What the director says of an expired item. */
export const OPINION: commands.DecideInput = {
  outcome: 'handOver',
  opinion: '无人认领, 移交公安机关',
  keepUntil: null,
  earlyReason: '',
}
