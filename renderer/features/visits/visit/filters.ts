import type { TFunction } from 'i18next'
import { VISIT_STATES, VISIT_WAYS, type VisitState } from '../../../../shared/domain/visit/types'
import type { Filter, FilterOption, FilterValues } from '../../../register/list/definition'
import { valuesOf } from '../../../register/list/filterQuery'

const SCOPES = ['open', 'ended', 'all'] as const
/** 待签字, 我的走访, 待反馈, 缺接待员意见 */
const MARKS = ['awaiting', 'mine', 'feedback', 'opinion'] as const
/** Only open visits are somebody's, or owe something. */
const OPEN_MARKS: ReadonlySet<string> = new Set(['mine', 'feedback', 'opinion'])

/** What is open, by what is due next (ui.md, "List"). */
export const DEFAULTS: FilterValues = { scope: 'open' }

/** States that a scope can hold, in their order. */
export function statesOf(scope: string | undefined): readonly VisitState[] {
  if (scope === 'open') return ['reserved', 'planned', 'visited']
  return scope === 'ended' ? ['closed', 'void'] : VISIT_STATES
}

/** What no longer fits together goes: only open visits are late, or owe something. */
export function tidy(next: FilterValues, change: FilterValues): FilterValues {
  const values = { ...next }
  const marks = valuesOf(values, 'marks')
  if (change['overdue']) values['scope'] = 'open'
  else if (values['scope'] !== 'open') values['overdue'] = ''
  if (values['scope'] === 'ended' && marks.some((mark) => OPEN_MARKS.has(mark))) {
    if (change['marks']) values['scope'] = 'open'
    else values['marks'] = marks.filter((mark) => !OPEN_MARKS.has(mark)).join(' ')
  }
  const { state, scope } = values
  if (state && !statesOf(scope).some((one) => one === state)) values['state'] = ''
  return values
}

/** The filters of the visits, in the words of the screen. `userId`: whose visits 我的走访 are. */
export function visitFilters(t: TFunction<'visits'>, userId: string): Filter[] {
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
  const ways = named(
    VISIT_WAYS,
    (key) => t(`way.${key}`),
    (key) => `way:${key}`,
  )
  const marks = named(
    MARKS,
    (key) => t(`list.mark.${key}`),
    (key) => (key === 'mine' ? `first:${userId}` : key),
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
