import type { RegisterTable } from '../../data'
import type { ListDefinition, Words } from './definition'
import { OPEN_FIRST } from './scopes'

type OwnParts<K extends RegisterTable> = Pick<
  ListDefinition<K>,
  'searchKind' | 'filters' | 'columns' | 'sheet' | 'fileName'
> &
  Partial<Pick<ListDefinition<K>, 'defaults' | 'tidy'>>

/** The list of a register of numbered records: named by the number, ordered by what is due, what is open first. */
export function recordList<K extends RegisterTable>(
  table: K,
  t: Words<'list.label' | 'list.search' | 'list.searchHint'>,
  parts: OwnParts<K>,
): ListDefinition<K> {
  return {
    id: table,
    table,
    label: t('list.label'),
    search: t('list.search'),
    searchHint: t('list.searchHint'),
    defaults: OPEN_FIRST,
    tidy: (next) => next,
    nameOf: ({ number }) => number,
    dueOf: ({ duty }) => duty?.dueAt ?? null,
    ...parts,
  }
}
