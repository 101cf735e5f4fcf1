import type { TFunction } from 'i18next'
import { OPEN_STATES } from '../../../../shared/domain/complaint'
import {
  CAUSES,
  COMPLAINT_STATES,
  type ComplaintState,
  SEVERITIES,
} from '../../../../shared/domain/complaint/types'
import type { Filter, FilterValues } from '../../../register/list/definition'
import {
  listed,
  named,
  OPEN_FIRST,
  type Scopes,
  scopeFilters,
  tidyScopes,
} from '../../../register/list/scopes'

/** 待签字, 首问责任, 重复投诉, 升级重大 */
const MARKS = ['awaiting', 'mine', 'repeat', 'escalated'] as const
const MINE = 'mine'

/** What is open, by what is due next. */
export const DEFAULTS = OPEN_FIRST

/** The states by scope. */
export const SCOPES: Scopes<ComplaintState> = {
  open: ['reserved', ...OPEN_STATES],
  // 作废 is among the closed ones.
  ended: ['closed', 'void'],
  all: COMPLAINT_STATES,
  openMarks: [MINE],
}

/** What no longer fits together goes. */
export const tidy = tidyScopes(SCOPES)

/** What a scope counts within: the ended ones are too many to be counted anew with every save. */
function withinOf(scope: string | undefined): string | null {
  return scope === 'open' ? 'open' : null
}

/** The filters of the complaint list, in the words of the screen. `userId`: whose 首问责任. */
export function complaintFilters(t: TFunction<'complaints'>, userId: string): Filter[] {
  const severities = listed('severity', SEVERITIES, t)
  const causes = listed('cause', CAUSES, t)
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
  return [
    ...scopeFilters(SCOPES, t),
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
