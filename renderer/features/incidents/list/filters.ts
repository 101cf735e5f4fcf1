import type { TFunction } from 'i18next'
import { INCIDENT_KINDS } from '../../../../shared/domain/incident/kinds'
import {
  INCIDENT_SEVERITIES,
  INCIDENT_STATES,
  type IncidentState,
} from '../../../../shared/domain/incident/types'
import type { Filter } from '../../../register/list/definition'
import {
  listed,
  named,
  OPEN_FIRST,
  type Scopes,
  scopeFilters,
  tidyScopes,
} from '../../../register/list/scopes'

/** 待签字, 本人报告, 有人受伤, 需主任审批, 有财产损失, 限阅 */
const MARKS = ['awaiting', 'mine', 'hurt', 'approval', 'loss', 'restricted'] as const
const MINE = 'mine'

/** What is open, by what is due next. */
export const DEFAULTS = OPEN_FIRST

/** The states by scope. */
export const SCOPES: Scopes<IncidentState> = {
  open: ['reserved', 'handling', 'submitted', 'verified', 'approved'],
  // 作废 is among the archived ones.
  ended: ['archived', 'void'],
  all: INCIDENT_STATES,
  openMarks: [MINE],
}

/** What no longer fits together goes. */
export const tidy = tidyScopes(SCOPES)

/** The filters of the list, in the words of the screen. `userId`: whose own reports. */
export function incidentFilters(t: TFunction<'incidents'>, userId: string): Filter[] {
  const kinds = listed('kind', INCIDENT_KINDS, t)
  const severities = listed('severity', INCIDENT_SEVERITIES, t)
  const marks = named(
    MARKS,
    (key) => t(`list.mark.${key}`),
    (key) => (key === MINE ? `first:${userId}` : key),
  )
  return [
    ...scopeFilters(SCOPES, t),
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
