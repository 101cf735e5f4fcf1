import type { TFunction } from 'i18next'
import { VISIT_STATES, VISIT_WAYS, type VisitState } from '../../../../shared/domain/visit/types'
import type { Filter } from '../../../register/list/definition'
import {
  listed,
  named,
  OPEN_FIRST,
  type Scopes,
  scopeFilters,
  tidyScopes,
} from '../../../register/list/scopes'

/** 待签字, 我的走访, 待反馈, 缺接待员意见 */
const MARKS = ['awaiting', 'mine', 'feedback', 'opinion'] as const
/** What is open, by what is due next. */
export const DEFAULTS = OPEN_FIRST

/** The states by scope. */
export const SCOPES: Scopes<VisitState> = {
  open: ['reserved', 'planned', 'visited'],
  ended: ['closed', 'void'],
  all: VISIT_STATES,
  openMarks: ['mine', 'feedback', 'opinion'],
}

/** What no longer fits together goes. */
export const tidy = tidyScopes(SCOPES)

/** The filters of the visits, in the words of the screen. `userId`: whose visits 我的走访 are. */
export function visitFilters(t: TFunction<'visits'>, userId: string): Filter[] {
  const ways = listed('way', VISIT_WAYS, t)
  const marks = named(
    MARKS,
    (key) => t(`list.mark.${key}`),
    (key) => (key === 'mine' ? `first:${userId}` : key),
  )
  return [
    ...scopeFilters(SCOPES, t),
    { kind: 'period', key: 'period', label: t('field.visitedAt'), order: 'visited', more: true },
    { kind: 'words', key: 'way', label: t('field.way'), options: () => ways, more: true },
    { kind: 'words', key: 'marks', label: t('list.marks'), options: () => marks, several: true, more: true },
    {
      kind: 'person',
      key: 'visitor',
      label: t('field.visitor'),
      facet: 'visitor',
      counted: ({ scope }) => scope === 'all',
      more: true,
    },
  ]
}
