import type { CivilDay, Instant } from '../../util/instant'
import type { Erasable } from '../privacy/types'

/** 用途: 住宅, 商铺, 办公 */
export const UNIT_USES = ['residence', 'shop', 'office'] as const
export type UnitUse = (typeof UNIT_USES)[number]

/** 状态: 自住, 出租, 空置, 未售 */
export const UNIT_STATUSES = ['ownerOccupied', 'let', 'vacant', 'unsold'] as const
export type UnitStatus = (typeof UNIT_STATUSES)[number]

/** 身份: 业主, 家属, 租户, 代理人, 商户 */
export const PERSON_ROLES = ['owner', 'family', 'tenant', 'agent', 'merchant'] as const
export type PersonRole = (typeof PERSON_ROLES)[number]

/** 重点关注: 独居老人, 行动不便, 重点客户, 特殊困难, 敏感沟通 */
export const CARE_KINDS = ['livesAlone', 'limitedMobility', 'keyCustomer', 'hardship', 'sensitive'] as const
export type CareKind = (typeof CARE_KINDS)[number]

/** 委托事项: 允许进入, 禁止放行, 外出, 代收, 钥匙托管 */
export const INSTRUCTION_KINDS = ['allowEntry', 'denyPass', 'away', 'acceptDelivery', 'keyHeld'] as const
export type InstructionKind = (typeof INSTRUCTION_KINDS)[number]

/**
 * A mistaken entry is marked, never deleted (domain 10). People who leave get an end date instead, and flags
 * expire: voiding is only for what should not have been written.
 */
export interface Voiding {
  reason: string
  at: Instant
  /** Name of who voided it. */
  by: string
}

/** A unit (domain 4). `code` is unique: `5-2-301`. */
export interface Unit {
  id: string
  code: string
  building: string
  /** 单元; '' where a building has none. */
  section: string
  room: string
  use: UnitUse
  /** 建筑面积, m². */
  area: number | null
  status: UnitStatus
  moveInDate: CivilDay | null
  voided: Voiding | null
  updatedAt: Instant
}

/** What binds a person to a unit: 身份 and 起止日期. A person may hold several units. */
export interface Residence {
  unitId: string
  role: PersonRole
  from: CivilDay | null
  until: CivilDay | null
}

/** A person. Only the last four of an identity paper are ever kept (domain 4, 13). */
export interface Person extends Erasable {
  id: string
  name: string
  phones: string[]
  idLastFour: string
  residences: Residence[]
  /** Unit ids of `residences`, for the index. */
  unitIds: string[]
  voided: Voiding | null
  updatedAt: Instant
}

/** 车牌号 → unit. */
export interface Vehicle extends Erasable {
  id: string
  plate: string
  unitId: string
  parkingSpace: string
  ownerName: string
  phone: string
  voided: Voiding | null
  updatedAt: Instant
}

/** 重点关注, shown when the household is chosen, to the roles listed (all when empty). */
export interface CareFlag extends Erasable {
  id: string
  unitId: string
  kind: CareKind
  note: string
  expiresOn: CivilDay | null
  visibleTo: string[]
  voided: Voiding | null
  updatedAt: Instant
}

/** 委托事项; expired ones stop showing. */
export interface StandingInstruction extends Erasable {
  id: string
  unitId: string
  kind: InstructionKind
  note: string
  startsOn: CivilDay
  expiresOn: CivilDay | null
  voided: Voiding | null
  updatedAt: Instant
}

/** 违规名单: vendors and leafleters who broke the rules. */
export interface BlacklistEntry extends Erasable {
  id: string
  name: string
  /** What they are: company, trade, plate, look. */
  description: string
  reason: string
  incidentDate: CivilDay
  until: CivilDay | null
  voided: Voiding | null
  updatedAt: Instant
}
