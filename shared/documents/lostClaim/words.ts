import type {
  CheckOutcome,
  ClaimRelation,
  DecisionOutcome,
  DisposalWay,
  HandOverTarget,
  LostCategory,
  ValueBand,
} from '../../domain/lostItem/types'

// Forms are in Chinese whatever the screen speaks: what people sign here is a Chinese paper.

export const CATEGORY_WORDS: Record<LostCategory, string> = {
  electronics: '手机数码',
  walletCash: '钱包现金',
  jewellery: '首饰手表',
  keys: '钥匙门卡',
  bags: '箱包',
  clothing: '衣物鞋帽',
  glassesUmbrella: '眼镜雨伞',
  booksStationery: '书籍文具',
  children: '儿童用品',
  sports: '运动器材',
  other: '其他',
  document: '证件',
  bankCard: '银行卡',
  secretCarrier: '涉密载体',
  contraband: '违禁品',
  dangerous: '危险品',
}

export const BAND_WORDS: Record<ValueBand, string> = {
  upTo100: '100元以内（含100元）',
  over100: '100元以上（不含100元）',
}

export const RELATION_WORDS: Record<ClaimRelation, string> = {
  self: '本人',
  family: '家属',
  friend: '朋友',
  colleague: '同事',
  agent: '受托人',
  other: '其他',
}

export const OUTCOME_WORDS: Record<CheckOutcome, string> = { matches: '相符', differs: '不符' }

export const TARGET_WORDS: Record<HandOverTarget, string> = {
  police: '公安机关',
  issuer: '发证或发卡单位',
  authority: '其他有关部门',
}

export const DECISION_WORDS: Record<DecisionOutcome, string> = {
  keep: '继续保管',
  handOver: '移交有关部门',
  dispose: '处置',
}

export const DISPOSAL_WORDS: Record<DisposalWay, string> = {
  donate: '公益捐赠',
  destroy: '销毁',
  sell: '变卖上缴',
  other: '其他',
}
