import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type KeyboardEvent, type Ref, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CAUSES, SEVERITIES } from '../../../../shared/domain/complaint/types'
import { FilterWords, SearchBox, useRemembered } from '../../../ui'
import { DEFAULT_FILTERS, type Filters, isFiltered, SCOPES, statesOf, withFilters } from './filters'

interface FilterBarProps {
  filters: Filters
  onFilters: (filters: Filters) => void
  query: string
  onQuery: (query: string) => void
  /** Counts of the facets, by name. */
  counts: Record<string, number>
  searchRef: Ref<HTMLInputElement>
  onSearchKey: (event: KeyboardEvent<HTMLInputElement>) => void
}

/** Search and filters as words above the list. */
export function FilterBar(props: FilterBarProps) {
  const { filters, onFilters, counts } = props
  const { t } = useTranslation('complaints')
  const [open, setOpen] = useRemembered('complaints.moreFilters', false)
  const change = (part: Partial<Filters>) => onFilters(withFilters(filters, part))
  const more = open || filters.cause !== '' || filters.severity !== ''
  const scopes = SCOPES.map((value) => ({ value, label: t(`list.scopes.${value}`), count: counts[value] }))
  return (
    <Box sx={{ display: 'grid', gap: 1, px: 3, py: 2, borderBottom: '1px solid', borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
        <SearchBox
          label={t('list.search')}
          placeholder={t('list.searchHint')}
          value={props.query}
          onChange={props.onQuery}
          onKeyDown={props.onSearchKey}
          inputRef={props.searchRef}
          width="100%"
        />
        <Box sx={{ display: 'flex', gap: 1, flexShrink: 0 }}>
          {isFiltered(filters) && (
            <Button variant="text" onClick={() => onFilters(DEFAULT_FILTERS)}>
              {t('list.clear')}
            </Button>
          )}
          <Button variant="text" aria-expanded={more} onClick={() => setOpen(!open)}>
            {more ? t('list.less') : t('list.more')}
          </Button>
        </Box>
      </Box>
      <Box sx={{ display: 'flex', gap: '4px 16px', flexWrap: 'wrap' }}>
        <FilterWords
          label={t('list.scope')}
          single
          options={scopes}
          value={[filters.scope]}
          onChange={([scope]) => scope && change({ scope: scope as Filters['scope'] })}
        />
        <FilterWords
          label={t('list.late')}
          single
          options={[{ value: 'overdue', label: t('list.overdue') }]}
          value={filters.overdue ? ['overdue'] : []}
          onChange={(value) => change({ overdue: value.length > 0 })}
        />
      </Box>
      <StateWords filters={filters} counts={counts} change={change} />
      {more && <MoreWords filters={filters} change={change} />}
    </Box>
  )
}

interface WordsProps {
  filters: Filters
  change: (part: Partial<Filters>) => void
}

function StateWords({ filters, counts, change }: WordsProps & { counts: Record<string, number> }) {
  const { t } = useTranslation('complaints')
  const options = statesOf(filters.scope).map((value) => ({
    value,
    label: t(`state.${value}`),
    count: counts[`state:${value}`],
  }))
  return (
    <FilterWords
      label={t('field.state')}
      single
      options={options}
      value={filters.state ? [filters.state] : []}
      onChange={([state]) => change({ state: (state ?? '') as Filters['state'] })}
    />
  )
}

function MoreWords({ filters, change }: WordsProps) {
  const { t } = useTranslation('complaints')
  const severities = useMemo(() => SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) })), [t])
  const causes = useMemo(() => CAUSES.map((value) => ({ value, label: t(`cause.${value}`) })), [t])
  return (
    <>
      <FilterWords
        label={t('field.severity')}
        single
        options={severities}
        value={filters.severity ? [filters.severity] : []}
        onChange={([severity]) => change({ severity: (severity ?? '') as Filters['severity'] })}
      />
      <FilterWords
        label={t('field.cause')}
        single
        options={causes}
        value={filters.cause ? [filters.cause] : []}
        onChange={([cause]) => change({ cause: (cause ?? '') as Filters['cause'] })}
      />
    </>
  )
}
