import type { CivilDay, Instant, RegisterRecord, Step, Voided } from '../register/types'

/**
 * 类别. The last five (domain 6: 证件, 银行卡, 涉密载体, 违禁品, 危险品) ask for hand-over at once.
 * 手机数码, 钱包现金, 首饰手表, 钥匙门卡, 箱包, 衣物鞋帽, 眼镜雨伞, 书籍文具, 儿童用品, 运动器材, 其他
 */
export const LOST_CATEGORIES = [
  'electronics',
  'walletCash',
  'jewellery',
  'keys',
  'bags',
  'clothing',
  'glassesUmbrella',
  'booksStationery',
  'children',
  'sports',
  'other',
  'document',
  'bankCard',
  'secretCarrier',
  'contraband',
  'dangerous',
] as const
export type LostCategory = (typeof LOST_CATEGORIES)[number]

/** 证件, 银行卡, 涉密载体, 违禁品, 危险品: to the police or the issuer at once (domain 6). */
export const SENSITIVE_CATEGORIES = [
  'document',
  'bankCard',
  'secretCarrier',
  'contraband',
  'dangerous',
] as const satisfies readonly LostCategory[]

/** 估价 in its bands ≤100 元 and >100 元. */
export const VALUE_BANDS = ['upTo100', 'over100'] as const
export type ValueBand = (typeof VALUE_BANDS)[number]

/**
 * States: 留号 (a number given to a blank form) → 在库 → 公告中 → 已认领 | 已移交 | 逾期待处理 → 已处置; 作废 from any open
 * state.
 */
export const LOST_ITEM_STATES = [
  'reserved',
  'stored',
  'noticed',
  'expired',
  'claimed',
  'handedOver',
  'disposed',
  'void',
] as const
export type LostItemState = (typeof LOST_ITEM_STATES)[number]

/** 捡获人: 姓名, 部门或身份, 电话. */
export interface Finder {
  name: string
  /** 部门或身份: 保安部, 保洁员, 业主, 访客 … */
  role: string
  phone: string
}

/** 估价. */
export interface Estimate {
  /** In fen (1/100 元), so that 100.00 is exact; null where only the band was judged. */
  fen: number | null
  /** Follows from `fen` where that is known: 以内 includes exactly 100 元 (民法典 1259). */
  band: ValueBand
}

/** What is written down when a thing is handed in. */
export interface LostItemIntake {
  /** 物品名称 */
  name: string
  category: LostCategory
  /** 数量, whole pieces. */
  quantity: number
  /** 特征: what only the owner can know; never on a copy that hangs outside. */
  features: string
  estimate: Estimate
  /** 捡获时间; null where the finder could not say. */
  foundAt: Instant | null
  /** 捡获地点 */
  foundPlace: string
  finder: Finder
  /** 上交时间: custody by house rule runs from it. */
  handedInAt: Instant
  /** 接收人 (值班经理) */
  receivedBy: string
  /** 清点人 (安全部), the second counter. */
  countedBy: string
  /** 存放位置 */
  storedAt: string
  /** 查找线索 */
  clues: string
  /** 附注 */
  remarks: string
}

/** 招领公告: when and where it was posted. The first one begins the legal year (民法典 318). */
export interface Notice {
  postedAt: Instant
  /** 张贴地点 */
  place: string
  postedBy: string
}

/** 与失主关系: 本人, 家属, 朋友, 同事, 受托人, 其他 */
export const CLAIM_RELATIONS = ['self', 'family', 'friend', 'colleague', 'agent', 'other'] as const
export type ClaimRelation = (typeof CLAIM_RELATIONS)[number]

/** 核对结果: 相符, 不符 */
export const CHECK_OUTCOMES = ['matches', 'differs'] as const
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number]

/** 核对: the thing is shown and compared with what was stated. */
export interface ClaimCheck {
  /** When the item was shown: never before the features were stated. */
  shownAt: Instant
  outcome: CheckOutcome
  /** What agreed and what did not. */
  words: string
  checkedBy: string
}

/** 认领: what somebody states of the thing before it is shown, and what came of it (domain 6). */
export interface Claim {
  id: string
  /** 认领人 */
  name: string
  phone: string
  relation: ClaimRelation
  /** Features as stated before the item was shown: the person's own words. */
  statedFeatures: string
  statedAt: Instant
  /** The clerk who wrote them down. */
  notedBy: string
  /** Null until the item was shown. */
  check: ClaimCheck | null
  /** 证件末四位, never more; '' until the item is given out. */
  idLast4: string
  /** 认领时间; null unless the item was given out for this claim. */
  claimedAt: Instant | null
  /** 经办人 */
  handledBy: string
  /** 委托书: attachments; demanded where the claim is on behalf of somebody. */
  authorizationIds: string[]
}

/** To whom: 公安机关, 发证或发卡单位, 其他有关部门 */
export const HAND_OVER_TARGETS = ['police', 'issuer', 'authority'] as const
export type HandOverTarget = (typeof HAND_OVER_TARGETS)[number]

/** 移交 (公安等). */
export interface HandOver {
  target: HandOverTarget
  /** 接收单位 */
  office: string
  /** 接收人 there. */
  takenBy: string
  /** 回执编号 */
  receipt: string
  at: Instant
  handledBy: string
  words: string
}

/** The director's decision on what nobody claimed: 继续保管, 移交有关部门, 处置 */
export const DECISION_OUTCOMES = ['keep', 'handOver', 'dispose'] as const
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number]

/** 主任意见 on an expired item (domain 6). */
export interface Decision {
  outcome: DecisionOutcome
  opinion: string
  /** 继续保管至, the whole day; null for the others. */
  keepUntil: CivilDay | null
  /** Why it is disposed of though its legal year still runs; '' where it does not. */
  earlyReason: string
  decidedAt: Instant
  decidedBy: string
}

/** How it is disposed of: 公益捐赠, 销毁, 变卖上缴, 其他 */
export const DISPOSAL_WAYS = ['donate', 'destroy', 'sell', 'other'] as const
export type DisposalWay = (typeof DISPOSAL_WAYS)[number]

/** 处置, carried out after the director decided it. */
export interface Disposal {
  way: DisposalWay
  words: string
  at: Instant
  handledBy: string
  /** 见证人 */
  witness: string
}

/** A found item (失物, SW). */
export interface LostItem extends RegisterRecord {
  register: 'lostItem'
  state: LostItemState
  intake: LostItemIntake
  /** Oldest first. */
  notices: Notice[]
  /** Oldest first; the last may still wait for the item to be shown. */
  claims: Claim[]
  handOver: HandOver | null
  /** Newest last: what was kept on may expire again. */
  decisions: Decision[]
  disposal: Disposal | null
  /** End of custody by house rule, as it was reckoned last: lists and the daily sweep go by it; null once it has left. */
  custodyUntil: Instant | null
  /** When it became 逾期待处理; null while its custody runs. */
  expiredAt: Instant | null
  void: Voided | null
  steps: Step<LostItemState>[]
}
