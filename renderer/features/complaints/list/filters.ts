import type { TFunction } from 'i18next'
import { OPEN_STATES } from '../../../../shared/domain/complaint'
import {
  CAUSES,
  COMPLAINT_STATES,
  type ComplaintState,
  SEVERITIES,
} from '../../../../shared/domain/complaint/types'
import type { Filter, FilterOption, FilterValues } from '../../../register/list/definition'
import { valuesOf } from '../../../register/list/filterQuery'

/** 未关闭, 已关闭 (作废 among them), 全部 */
const SCOPES = ['open', 'ended', 'all'] as const

/** 待签字, 首问责任, 重复投诉, 升级重大 */
const MARKS = ['awaiting', 'mine', 'repeat', 'escalated'] as const
const MINE = 'mine'

const ENDED_STATES = ['closed', 'void'] as const

/** What is open, by what is due next (ui.md, "List"). */
export const DEFAULTS: FilterValues = { scope: 'open' }

/** States that a scope can hold, in their order. */
export function statesOf(scope: string | undefined): readonly ComplaintState[] {
  if (scope === 'open') return ['reserved', ...OPEN_STATES]
  return scope === 'ended' ? ENDED_STATES : COMPLAINT_STATES
}

/** What no longer fits together goes: only open records are late, in a state of theirs, or somebody's 首问责任. */
export function tidy(next: FilterValues, change: FilterValues): FilterValues {
  const values = { ...next }
  const mine = valuesOf(values, 'marks').includes(MINE)
  if (change['overdue']) values['scope'] = 'open'
  else if (values['scope'] !== 'open') values['overdue'] = ''
  if (values['scope'] === 'ended' && mine) {
    if (change['marks']) values['scope'] = 'open'
    else
      values['marks'] = valuesOf(values, 'marks')
        .filter((mark) => mark !== MINE)
        .join(' ')
  }
  const { state, scope } = values
  if (state && !statesOf(scope).some((one) => one === state)) values['state'] = ''
  return values
}

/** What a scope counts within: the ended ones are too many to be counted anew with every save. */
function withinOf(scope: string | undefined): string | null {
  return scope === 'open' ? 'open' : null
}

/** The filters of the complaint list, in the words of the screen. `userId`: whose 首问责任. */
export function complaintFilters(t: TFunction<'complaints'>, userId: string): Filter[] {
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
  const severities = named(
    SEVERITIES,
    (key) => t(`severity.${key}`),
    (key) => `severity:${key}`,
  )
  const causes = named(
    CAUSES,
    (key) => t(`cause.${key}`),
    (key) => `cause:${key}`,
  )
  const marks = named(
    MARKS,
    (key) => t(`list.mark.${key}`),
    (key) => (key === MINE ? `first:${userId}` : key),
  )
  const marksIn = ({ scope }: FilterValues) =>
    marks.map((mark) =>
      scope === 'all' || mark.value === MINE ? mark : { ...mark, within: withinOf(scope) },
    )
  const isWhole = ({ scope }: FilterValues) => scope === 'all'
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
    { kind: 'period', key: 'period', label: t('field.registeredAt'), order: 'registered', more: true },
    { kind: 'words', key: 'severity', label: t('field.severity'), options: () => severities, more: true },
    { kind: 'words', key: 'cause', label: t('field.cause'), options: () => causes, more: true },
    {
      kind: 'words',
      key: 'marks',
      label: t('list.marks'),
      options: marksIn,
      several: true,
      counted: true,
      more: true,
    },
    {
      kind: 'person',
      key: 'responsible',
      label: t('field.responsible'),
      facet: 'responsible',
      counted: isWhole,
      more: true,
    },
    {
      kind: 'person',
      key: 'receivedBy',
      label: t('field.receivedBy'),
      facet: 'received',
      counted: isWhole,
      more: true,
    },
  ]
}
