import Box from '@mui/material/Box'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { PeriodWords } from '../../register/list/PeriodWords'
import { FilterWords } from '../../ui'
import { SEARCH_GROUPS, type SearchGroup } from '../searchGroups'
import type { SearchFilters as Filters } from './useSearch'

interface SearchFiltersProps {
  value: Filters
  /** How many there are of each group; undefined while nothing is searched. */
  counts: ReadonlyMap<SearchGroup, number> | undefined
  onChange: (value: Filters) => void
  /** Back to the line that is typed in. */
  onLeave: () => void
}

const GROUPS = Object.keys(SEARCH_GROUPS) as SearchGroup[]
const STATES = ['open', 'ended'] as const

/** 登记簿, 状态 and 日期 of a search. Tab and ← → go through the words, ↑ ↓ back to the line. */
export default function SearchFilters({ value, counts, onChange, onLeave }: SearchFiltersProps) {
  const { t } = useTranslation('shell')
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target instanceof HTMLInputElement || event.altKey || event.ctrlKey) return
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') onLeave()
    else if (event.key === 'ArrowRight') beside(event, 1)
    else if (event.key === 'ArrowLeft') beside(event, -1)
    else return
    event.preventDefault()
  }
  const groups = GROUPS.map((name) => {
    const count = counts?.get(name)
    const label = t(name === 'households' ? 'nav.households' : `kind.${name}`)
    return { value: name, label, ...(counts ? { count: count ?? 0 } : {}) }
  })
  return (
    <Box sx={{ px: 3, pb: 2, display: 'grid', gap: 1 }} onKeyDown={keys}>
      <FilterWords
        label={t('search.register')}
        single
        options={groups}
        value={value.group ? [value.group] : []}
        onChange={([group]) => onChange({ ...value, group: (group as SearchGroup | undefined) ?? '' })}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px 16px' }}>
        <FilterWords
          label={t('search.state')}
          single
          options={STATES.map((state) => ({ value: state, label: t(`search.${state}`) }))}
          value={value.state ? [value.state] : []}
          onChange={([state]) =>
            onChange({ ...value, state: state === 'open' || state === 'ended' ? state : '' })
          }
        />
        <PeriodWords
          label={t('search.period')}
          value={value.period}
          onChange={(period) => onChange({ ...value, period })}
        />
      </Box>
    </Box>
  )
}

/** The word before or after the one that has the focus. */
function beside({ currentTarget }: KeyboardEvent<HTMLElement>, step: 1 | -1): void {
  const words = [...currentTarget.querySelectorAll('button')]
  const at = words.findIndex((word) => word === document.activeElement)
  words[at + step]?.focus()
}
