import type { TFunction } from 'i18next'
import {
  LOST_CATEGORIES,
  LOST_ITEM_STATES,
  type LostItemState,
} from '../../../../shared/domain/lostItem/types'
import type { Filter, FilterOption, FilterValues } from '../../../register/list/definition'

/** 未结, 已结 (作废 among them), 全部 */
const SCOPES = ['open', 'ended', 'all'] as const

/** 待签字, 未发公告, 须立即移交, 待核对 */
const MARKS = ['awaiting', 'unnoticed', 'sensitive', 'claiming'] as const

const OPEN_STATES = ['reserved', 'stored', 'noticed', 'expired'] as const
const ENDED_STATES = ['claimed', 'handedOver', 'disposed', 'void'] as const

/** What is open, by what is due next (ui.md, "List"). */
export const DEFAULTS: FilterValues = { scope: 'open' }

/** States that a scope can hold, in their order. */
export function statesOf(scope: string | undefined): readonly LostItemState[] {
  if (scope === 'open') return OPEN_STATES
  return scope === 'ended' ? ENDED_STATES : LOST_ITEM_STATES
}

/** What no longer fits together goes: only open records are late, or in a state of theirs. */
export function tidy(next: FilterValues, change: FilterValues): FilterValues {
  const values = { ...next }
  if (change['overdue']) values['scope'] = 'open'
  else if (values['scope'] !== 'open') values['overdue'] = ''
  const { state, scope } = values
  if (state && !statesOf(scope).some((one) => one === state)) values['state'] = ''
  return values
}

/** The filters of the list of found items, in the words of the screen. */
export function itemFilters(t: TFunction<'lostItems'>): Filter[] {
  const named = <V extends string>(
    keys: readonly V[],
    word: (key: V) => string,
    facetOf: (key: V) => string | null,
  ): FilterOption[] => keys.map((value) => ({ value, label: word(value), facet: facetOf(value) }))
  const scopes = named(
    SCOPES,
    (key) => t(`list.scopes.${key}`),
    (key) => (key === 'all' ? null : key),
  )
  const categories = named(
    LOST_CATEGORIES,
    (key) => t(`category.${key}`),
    (key) => `category:${key}`,
  )
  const marks = named(
    MARKS,
    (key) => t(`list.mark.${key}`),
    (key) => key,
  )
  const states = ({ scope }: FilterValues) =>
    named(
      statesOf(scope),
      (key) => t(`state.${key}`),
      (key) => `state:${key}`,
    )
  return [
    {
      kind: 'words',
      key: 'scope',
      label: t('list.scope'),
      options: () => scopes,
      counted: true,
      always: true,
    },
    { kind: 'overdue', key: 'overdue', label: t('list.late'), word: t('list.overdue'), facet: 'open' },
    { kind: 'words', key: 'state', label: t('field.state'), options: states, counted: true },
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
