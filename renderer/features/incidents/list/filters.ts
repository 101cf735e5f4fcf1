import type { TFunction } from 'i18next'
import { INCIDENT_KINDS } from '../../../../shared/domain/incident/kinds'
import {
  INCIDENT_SEVERITIES,
  INCIDENT_STATES,
  type IncidentState,
} from '../../../../shared/domain/incident/types'
import type { Filter, FilterOption, FilterValues } from '../../../register/list/definition'
import { valuesOf } from '../../../register/list/filterQuery'

/** 未归档, 已归档 (作废 among them), 全部 */
const SCOPES = ['open', 'ended', 'all'] as const

/** 待签字, 本人报告, 有人受伤, 需主任审批, 有财产损失, 限阅 */
const MARKS = ['awaiting', 'mine', 'hurt', 'approval', 'loss', 'restricted'] as const
const MINE = 'mine'

const OPEN_STATES = ['reserved', 'handling', 'submitted', 'verified', 'approved'] as const
const ENDED_STATES = ['archived', 'void'] as const

/** What is open, by what is due next (ui.md, "List"). */
export const DEFAULTS: FilterValues = { scope: 'open' }

/** States that a scope can hold, in their order. */
export function statesOf(scope: string | undefined): readonly IncidentState[] {
  if (scope === 'open') return OPEN_STATES
  return scope === 'ended' ? ENDED_STATES : INCIDENT_STATES
}

/** What no longer fits together goes: only open records are late, in a state of theirs, or somebody's own. */
export function tidy(next: FilterValues, change: FilterValues): FilterValues {
  const values = { ...next }
  const marks = valuesOf(values, 'marks')
  if (change['overdue']) values['scope'] = 'open'
  else if (values['scope'] !== 'open') values['overdue'] = ''
  if (values['scope'] === 'ended' && marks.includes(MINE)) {
    if (change['marks']) values['scope'] = 'open'
    else values['marks'] = marks.filter((mark) => mark !== MINE).join(' ')
  }
  const { state, scope } = values
  if (state && !statesOf(scope).some((one) => one === state)) values['state'] = ''
  return values
}

/** The filters of the list, in the words of the screen. `userId`: whose own reports. */
export function incidentFilters(t: TFunction<'incidents'>, userId: string): Filter[] {
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
  const kinds = named(
    INCIDENT_KINDS,
    (key) => t(`kind.${key}`),
    (key) => `kind:${key}`,
  )
  const severities = named(
    INCIDENT_SEVERITIES,
    (key) => t(`severity.${key}`),
    (key) => `severity:${key}`,
  )
  const marks = named(
    MARKS,
    (key) => t(`list.mark.${key}`),
    (key) => (key === MINE ? `first:${userId}` : key),
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
    { kind: 'period', key: 'period', label: t('field.registeredAt'), order: 'registered', more: true },
    { kind: 'words', key: 'kind', label: t('field.kind'), options: () => kinds, more: true },
    { kind: 'words', key: 'severity', label: t('field.severity'), options: () => severities, more: true },
    { kind: 'words', key: 'marks', label: t('list.marks'), options: () => marks, several: true, more: true },
    {
      kind: 'person',
      key: 'reportedBy',
      label: t('field.reportedBy'),
      facet: 'reported',
      counted: ({ scope }) => scope === 'all',
      more: true,
    },
  ]
}
