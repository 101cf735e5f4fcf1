import type { CivilDay, Instant } from '../../util/instant'
import type { ServicePlan } from '../month/plan'
import type { RetentionYears } from '../privacy/types'

/** Domain 1: 接待员, 客服主管, 主任, 查阅. */
export const ROLES = ['clerk', 'supervisor', 'director', 'viewer'] as const
export type Role = (typeof ROLES)[number]

/** The office, made once at first start. */
export interface Office {
  id: string
  /** 小区 */
  estateName: string
  /** 管理处 */
  officeName: string
  /** 编号前缀: 客服 in `客服-TS-2026-0001`. */
  numberPrefix: string
  /** Machine letter, '' where the office has one machine (domain 2). */
  deviceLetter: string
  /** 演示: made-up data to look around in; its prints bear the word. */
  demo: boolean
  createdAt: Instant
}

/** Figures marked † in domain.md so far, all of them settings. */
export interface OfficeSettings {
  idleLockMinutes: number
  replyWithinDays: number
  returnVisitWithinHours: number
  escalationNoticeDays: number
  attachmentMaxMegabytes: number
  /** Working-day corrections (domain 3). */
  workdayOverrides: Record<CivilDay, boolean>
  /** 舒适: 40 px rows instead of 32. */
  comfortableRows: boolean
  /** A quiet system notification when something falls due (domain 11). */
  notifyDue: boolean
  /** Months that a found item of at most 100 元 is kept (domain 6). */
  lostSmallCustodyMonths: number
  /** Months for one of more than 100 元 (domain 6). */
  lostLargeCustodyMonths: number
  /** Whether exactly 100 元 is kept as long as more than that (domain 6). */
  lostThresholdTakesLonger: boolean
  /** Working days after which a found item goes to the police; 0: no such local rule (domain 6). */
  lostPoliceWorkdays: number
  /** Hours after the event for the first written report (domain 7). */
  incidentReportWithinHours: number
  /** Records of each register that a spot check draws (domain 12). */
  spotCheckSize: number
  /** A backup is made by itself when the oldest work that no backup holds is so old. */
  backupEveryMinutes: number
  /** 年度服务计划: how often each recurring duty is to be done (domain 12). */
  servicePlan: ServicePlan
  /** Years that each register keeps its records after they ended (domain 13). */
  retention: RetentionYears
  /** Working days within which a person's request is answered (domain 13). */
  requestAnswerWorkdays: number
  /** What head office's server does not get: a table (`visits`), or a sensitive field of one (`incidents.injuries`). */
  notReplicated: string[]
}

/** A person who signs in. The PIN's hash is kept apart, in `Credential`. */
export interface User {
  id: string
  name: string
  role: Role
  active: boolean
  createdAt: Instant
  updatedAt: Instant
}

/** Wrong tries so far at a secret, and the lock-out that follows (domain 1). */
export interface Tries {
  failedTries: number
  /** How many times in a row the user was locked: the lock doubles with it. */
  lockCount: number
  lockedUntil: Instant | null
}

/** PIN hash and lock-out state of a user (domain 1). Never replicated. */
export interface Credential extends Tries {
  userId: string
  /** `scrypt$N$r$p$salt$hash`, base64 parts. */
  pinHash: string
  /** Of a director who forgot the PIN: tries at the 备份密码. Apart, because the PIN is locked by then. */
  sheetTries?: Tries
}
