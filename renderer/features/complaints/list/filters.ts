import { OPEN_STATES } from '../../../../shared/domain/complaint'
import {
  type Cause,
  COMPLAINT_STATES,
  type ComplaintState,
  type Severity,
} from '../../../../shared/domain/complaint/types'

/** 未关闭, 已关闭 (作废 among them), 全部 */
export const SCOPES = ['open', 'ended', 'all'] as const
export type Scope = (typeof SCOPES)[number]

/** What the list shows; '' filters nothing. */
export interface Filters {
  scope: Scope
  state: ComplaintState | ''
  severity: Severity | ''
  cause: Cause | ''
  overdue: boolean
}

/** What is open, by what is due next (ui.md, "List"). */
export const DEFAULT_FILTERS: Filters = { scope: 'open', state: '', severity: '', cause: '', overdue: false }

const ENDED_STATES = ['closed', 'void'] as const

/** States that a scope can hold, in their order. */
export function statesOf(scope: Scope): readonly ComplaintState[] {
  if (scope === 'open') return ['reserved', ...OPEN_STATES]
  return scope === 'ended' ? ENDED_STATES : COMPLAINT_STATES
}

/** The filters with some changed; what no longer fits together goes: only open records have a state to be late in. */
export function withFilters(filters: Filters, change: Partial<Filters>): Filters {
  const next = { ...filters, ...change }
  if (change.overdue) next.scope = 'open'
  else if (next.scope !== 'open') next.overdue = false
  if (next.state && !statesOf(next.scope).includes(next.state)) next.state = ''
  return next
}

/** The named sets of the list index that must all hold (`listFacets`). */
export function facetsOf({ scope, state, severity, cause }: Filters): string[] {
  return [
    ...(scope === 'all' ? [] : [scope]),
    ...(state ? [`state:${state}`] : []),
    ...(severity ? [`severity:${severity}`] : []),
    ...(cause ? [`cause:${cause}`] : []),
  ]
}

/** True where the list shows something else than at first. */
export function isFiltered(filters: Filters): boolean {
  return JSON.stringify(filters) !== JSON.stringify(DEFAULT_FILTERS)
}

/** Remembered filters of another version of the program may lack or misname something. */
export function readFilters(value: unknown): Filters {
  if (typeof value !== 'object' || value === null) return DEFAULT_FILTERS
  const known = Object.entries(value).filter(([key]) => key in DEFAULT_FILTERS)
  const filters: Filters = { ...DEFAULT_FILTERS, ...Object.fromEntries(known) }
  return SCOPES.includes(filters.scope) ? withFilters(filters, {}) : DEFAULT_FILTERS
}
