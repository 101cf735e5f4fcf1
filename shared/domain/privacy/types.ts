import type { CivilDay, Instant } from '../../util/instant'

/** What stands where something was erased. */
export const ERASED_WORDS = '已按规定删除'

/**
 * On which ground personal information is erased (个人信息保护法 47): 保存期限已届满, 处理目的已实现, 撤回同意, 违法处理,
 * 其他法定情形.
 */
export const ERASURE_BASES = [
  'retentionOver',
  'purposeAchieved',
  'consentWithdrawn',
  'unlawful',
  'other',
] as const
export type ErasureBasis = (typeof ERASURE_BASES)[number]

/** On a row that was erased: when, by whom, on which ground. */
export interface Erased {
  at: Instant
  by: string
  basis: ErasureBasis
}

/** What stands in the tables and in the copies of a ledger may be erased: an optional mark, never taken off. */
export interface Erasable {
  erased?: Erased
}

/**
 * One erased record, kept so that the restore of an older backup erases it again. Names nobody: ids, number, ground.
 * Id: `complaints|<id>`.
 */
export interface Erasure {
  id: string
  table: string
  recordId: string
  at: Instant
  byUserId: string
  by: string
  basis: ErasureBasis
  /** SHA-256 of the row as it was left: whoever changes it afterwards is found out. */
  digest: string
}

/** 保留: a record that is kept beyond its period until a day, and why. Id as of an `Erasure`. */
export interface RetentionHold {
  id: string
  table: string
  recordId: string
  number: string
  reason: string
  /** The last day. */
  until: CivilDay
  at: Instant
  by: string
}

/** Id of an erasure or hold. */
export function placeId(table: string, recordId: string): string {
  return `${table}|${recordId}`
}

/** What a person asked for: 查阅复制, 更正, 删除 (个人信息保护法 45–47). */
export const REQUEST_KINDS = ['copy', 'correct', 'delete'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

/** Why a request was refused in part or whole: 保存义务, 争议未决, 事项未结, 身份不能核实, 涉及他人, 其他 */
export const REFUSAL_GROUNDS = [
  'retentionDuty',
  'dispute',
  'stillOpen',
  'notIdentified',
  'others',
  'other',
] as const
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number]

/** What was answered, told to the person. */
export interface RequestAnswer {
  at: Instant
  by: string
  /** 已办理: what was done. */
  done: string
  /** 未予办理的理由; null where nothing was refused. */
  ground: RefusalGround | null
  /** What was refused and why, in words. */
  refused: string
}

/** A person's request, kept with what came of it. */
export interface PersonRequest extends Erasable {
  id: string
  rev: number
  kind: RequestKind
  /** Who asks, and how they were recognised: 身份核实. */
  name: string
  phone: string
  identifiedBy: string
  /** What is asked for. */
  words: string
  receivedAt: Instant
  receivedBy: string
  /** The day by which it is to be answered. */
  dueOn: CivilDay
  answer: RequestAnswer | null
  updatedAt: Instant
}

/** Registers that have a period of their own, by table. */
export const RETAINED = [
  'complaints',
  'incidents',
  'lostItems',
  'lostReports',
  'visits',
  'returnVisits',
  'persons',
  'vehicles',
  'careFlags',
  'instructions',
  'blacklist',
  'scans',
  'personRequests',
] as const
export type RetainedTable = (typeof RETAINED)[number]

/** Years that a register keeps its records after they ended. */
export type RetentionYears = Record<RetainedTable, number>

/**
 * Defaults†: no law names a figure for these books. The shortest that serves them (个人信息保护法 19) is until claims can
 * no longer be brought (民法典 188: three years), longer where somebody was hurt, shorter where nobody can claim anything.
 */
export const DEFAULT_RETENTION: RetentionYears = {
  complaints: 3,
  incidents: 5,
  lostItems: 3,
  lostReports: 2,
  visits: 3,
  returnVisits: 3,
  persons: 3,
  vehicles: 1,
  careFlags: 1,
  instructions: 1,
  blacklist: 1,
  scans: 1,
  personRequests: 3,
}

export const RETENTION_BOUNDS = { min: 1, max: 30 } as const
/** Working days within which a request is answered†. */
export const DEFAULT_ANSWER_WORKDAYS = 15
