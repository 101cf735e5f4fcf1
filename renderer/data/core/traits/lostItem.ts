import { lostItemMonthFacts } from '../../../../shared/domain/lostItem/monthFacts'
import { listFacets, lostItemSearchText, sortKey } from '../../../../shared/domain/lostItem'
import type { LostItem } from '../../../../shared/domain/lostItem/types'
import { civilDayOf } from '../../../../shared/util/civilTime'
import type { RowTraits } from './types'

/** By day, so that what becomes 逾期待处理 within so many days is one range of the index (domain 6, 11). */
function expiresOn({ state, custodyUntil }: LostItem): string[] {
  return state !== 'expired' && custodyUntil ? [`#expires:${civilDayOf(custodyUntil)}`] : []
}

/** How found items are listed and found. */
export const lostItemTraits: RowTraits<LostItem> = {
  facets: (item) => [...listFacets(item), ...expiresOn(item)],
  sortKey,
  // A period of the book is a range of this (上交时间).
  orders: { registered: ({ intake, number }) => `${intake.handedInAt}|${number}` },
  month: lostItemMonthFacts,
  // 证件末四位 and 委托书 of whoever claims it.
  sealed: ['claims'],
  search: (item) => ({ kind: 'lostItem', parentId: '', text: lostItemSearchText(item) }),
}
