import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordTable } from '../../data'
import { SearchBox, useRemembered } from '../../ui'
import type { Filter, ListDefinition } from './definition'
import { FilterGroup } from './FilterGroups'
import { isFiltered } from './filterQuery'
import { SavedFilterWords } from './SavedFilterWords'
import type { Filters } from './useFilters'

interface ListBarProps<K extends RecordTable> {
  list: ListDefinition<K>
  filters: Filters
  onSearchKey: (event: KeyboardEvent<HTMLInputElement>) => void
}

/** Search, saved filters and filters as words above the list. */
export function ListBar<K extends RecordTable>({ list, filters, onSearchKey }: ListBarProps<K>) {
  const { t } = useTranslation('list')
  const [open, setOpen] = useRemembered(`${list.id}.moreFilters`, false)
  const { values } = filters
  const clear = () => filters.replace(list.defaults)
  const filtered = isFiltered(list.defaults, values)
  const used = list.filters.some(({ more, key }) => more && values[key])
  const shown = list.filters.filter(({ more }) => !more || open || used)
  const group = (filter: Filter) => (
    <FilterGroup
      key={filter.key}
      table={list.table}
      filter={filter}
      values={values}
      change={filters.change}
    />
  )
  return (
    <Box sx={{ display: 'grid', gap: 1, px: 3, py: 2, borderBottom: '1px solid', borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
        <SearchBox
          label={list.search}
          placeholder={list.searchHint}
          value={filters.query}
          onChange={filters.setQuery}
          onKeyDown={onSearchKey}
          width="100%"
        />
        <Box sx={{ display: 'flex', gap: 1, flexShrink: 0 }}>
          {filtered && (
            <Button variant="text" onClick={clear}>
              {t('clear')}
            </Button>
          )}
          <Button variant="text" aria-expanded={open || used} onClick={() => setOpen(!open)}>
            {open || used ? t('less') : t('more')}
          </Button>
        </Box>
      </Box>
      <SavedFilterWords
        list={list.id}
        values={values}
        query={filters.query}
        filtered={filtered || filters.query.trim() !== ''}
        onApply={filters.replace}
        onClear={clear}
      />
      <Box sx={{ display: 'flex', gap: '4px 16px', flexWrap: 'wrap' }}>{shown.map(group)}</Box>
    </Box>
  )
}
