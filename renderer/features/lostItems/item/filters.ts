import type { TFunction } from 'i18next'
import {
  LOST_CATEGORIES,
  LOST_ITEM_STATES,
  type LostItemState,
} from '../../../../shared/domain/lostItem/types'
import type { Filter } from '../../../register/list/definition'
import {
  listed,
  named,
  OPEN_FIRST,
  type Scopes,
  scopeFilters,
  tidyScopes,
} from '../../../register/list/scopes'

/** 待签字, 未发公告, 须立即移交, 待核对 */
const MARKS = ['awaiting', 'unnoticed', 'sensitive', 'claiming'] as const

/** What is open, by what is due next. */
export const DEFAULTS = OPEN_FIRST

/** The states by scope. */
export const SCOPES: Scopes<LostItemState> = {
  open: ['reserved', 'stored', 'noticed', 'expired'],
  ended: ['claimed', 'handedOver', 'disposed', 'void'],
  all: LOST_ITEM_STATES,
  openMarks: [],
}

/** What no longer fits together goes. */
export const tidy = tidyScopes(SCOPES)

/** The filters of the list of found items, in the words of the screen. */
export function itemFilters(t: TFunction<'lostItems'>): Filter[] {
  const categories = listed('category', LOST_CATEGORIES, t)
  const marks = named(
    MARKS,
    (key) => t(`list.mark.${key}`),
    (key) => key,
  )
  return [
    ...scopeFilters(SCOPES, t),
    {
      kind: 'words',
      key: 'marks',
      label: t('list.marks'),
      options: () => marks,
      several: true,
      counted: true,
    },
    { kind: 'period', key: 'period', label: t('field.handedInAt'), order: 'registered', more: true },
    { kind: 'words', key: 'category', label: t('field.category'), options: () => categories, more: true },
    {
      kind: 'person',
      key: 'receivedBy',
      label: t('field.receivedBy'),
      facet: 'received',
      counted: ({ scope }) => scope === 'all',
      more: true,
    },
  ]
}
