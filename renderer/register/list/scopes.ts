import type { Filter, FilterOption, FilterValues, Words } from './definition'
import { valuesOf } from './filterQuery'

/** 未结, 已结 (作废 among them), 全部: the facets `open` and `ended` that every register's records have. */
const SCOPES = ['open', 'ended', 'all'] as const

/** What is open, by what is due next (ui.md, "List"). */
export const OPEN_FIRST: FilterValues = { scope: 'open' }

/** Options from keys: their words and their facets. */
export function named<V extends string>(
  keys: readonly V[],
  word: (key: V) => string,
  facetOf: (key: V) => string | null,
): FilterOption[] {
  return keys.map((value) => ({ value, label: word(value), facet: facetOf(value) }))
}

/** Options from the keys of a list of the locale, `severity.minor`, each with the facet `severity:minor`. */
export function listed<L extends string, V extends string>(
  list: L,
  keys: readonly V[],
  t: Words<`${L}.${V}`>,
): FilterOption[] {
  return named(
    keys,
    (key) => t(`${list}.${key}`),
    (key) => `${list}:${key}`,
  )
}

/** The states of a register's records, in their order. */
export interface Scopes<S extends string> {
  open: readonly S[]
  ended: readonly S[]
  all: readonly S[]
  /** Marks (待签字, 首问责任 …) that only open records have. */
  openMarks: readonly string[]
}

/** States that a scope can hold, in their order. */
export function statesIn<S extends string>({ open, ended, all }: Scopes<S>, scope: string | undefined) {
  if (scope === 'open') return open
  return scope === 'ended' ? ended : all
}

/** What no longer fits together goes: only open records are late, in a state of theirs, or owe something. */
export function tidyScopes<S extends string>(scopes: Scopes<S>) {
  return (next: FilterValues, change: FilterValues): FilterValues => {
    const values = { ...next }
    const marks = valuesOf(values, 'marks')
    if (change['overdue']) values['scope'] = 'open'
    else if (values['scope'] !== 'open') values['overdue'] = ''
    if (values['scope'] === 'ended' && marks.some((mark) => scopes.openMarks.includes(mark))) {
      if (change['marks']) values['scope'] = 'open'
      else values['marks'] = marks.filter((mark) => !scopes.openMarks.includes(mark)).join(' ')
    }
    const { state, scope } = values
    if (state && !statesIn(scopes, scope).some((one) => one === state)) values['state'] = ''
    return values
  }
}

/** Words of the filters that every list begins with: 范围, 期限, 超期, 状态. */
type ScopeWords<S extends string> = Words<
  | 'list.scope'
  | `list.scopes.${(typeof SCOPES)[number]}`
  | 'list.late'
  | 'list.overdue'
  | 'field.state'
  | `state.${S}`
>

/** 范围, 期限 and 状态: what every list of records begins with. */
export function scopeFilters<S extends string>(scopes: Scopes<S>, t: ScopeWords<S>): Filter[] {
  const options = named(
    SCOPES,
    (key) => t(`list.scopes.${key}`),
    (key) => (key === 'all' ? null : key),
  )
  return [
    {
      kind: 'words',
      key: 'scope',
      label: t('list.scope'),
      options: () => options,
      counted: true,
      always: true,
    },
    { kind: 'overdue', key: 'overdue', label: t('list.late'), word: t('list.overdue'), facet: 'open' },
    {
      kind: 'words',
      key: 'state',
      label: t('field.state'),
      options: ({ scope }) => listed<'state', S>('state', statesIn(scopes, scope), t),
      counted: true,
    },
  ]
}
