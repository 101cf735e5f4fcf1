import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import { type KeyboardEvent, Suspense, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { lazyScreen, SearchBox, useCommandBarrier, useOnceLoaded } from '../../ui'
import { saidOnly } from '../../ui/hidden'
import { cursorAfter } from '../../ui/list/cursor'
import { entriesOf, SearchResults, type Entry } from './SearchResults'
import { NO_FILTERS, type SearchFilters as Filters, useSearch } from './useSearch'

// The calendar comes with them; whoever types on after Ctrl+K must not wait for it.
const SearchFilters = lazyScreen(() => import('./SearchFilters'))

const PAGE = 8
const FILTERS_HEIGHT = 68

/** 搜索 (Ctrl+K): everything by number, name, pinyin initials, phone, plate, unit or words (domain 10). */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [filters, setFilters] = useState<Filters>(NO_FILTERS)
  const [cursor, setCursor] = useState(0)
  const found = useSearch(query, filters)
  const entries = entriesOf(found.groups, filters.group !== '')
  useCommandBarrier(true)

  const narrow = (next: Filters) => {
    setFilters(next)
    setCursor(0)
  }
  const choose = (entry: Entry) => {
    if (entry.kind === 'more') {
      narrow({ ...filters, group: entry.group })
      box.current?.focus()
      return
    }
    onClose()
    void navigate(entry.line.route)
  }
  const chooseMarked = useOnceLoaded(found.searching, () => {
    const entry = entries[cursor]
    if (entry) choose(entry)
  })
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter') chooseMarked()
    else {
      const next = ['Home', 'End'].includes(event.key)
        ? null
        : cursorAfter(event.key, cursor, entries.length, PAGE)
      if (next === null) return
      setCursor(next)
      document.getElementById(`${id}${next}`)?.scrollIntoView({ block: 'nearest' })
    }
    event.preventDefault()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={`${id}title`}
      maxWidth="md"
      fullWidth
      slotProps={{ paper: { sx: { alignSelf: 'flex-start', mt: 8 } } }}
    >
      <Box id={`${id}title`} sx={saidOnly}>
        {t('search.title')}
      </Box>
      <Box sx={{ p: 3, pb: 2 }} role="search">
        <SearchBox
          label={t('search.title')}
          placeholder={t('search.placeholder')}
          value={query}
          onChange={(text) => {
            setQuery(text)
            setCursor(0)
          }}
          onKeyDown={keys}
          list={{ id: `${id}list`, current: entries.length ? `${id}${cursor}` : undefined }}
          inputRef={box}
          autoFocus
          width="100%"
        />
      </Box>
      <Suspense fallback={<Box sx={{ height: FILTERS_HEIGHT }} />}>
        <SearchFilters
          value={filters}
          counts={found.answer ? found.counts : undefined}
          onChange={narrow}
          onLeave={() => box.current?.focus()}
        />
      </Suspense>
      <SearchResults
        id={id}
        query={query}
        groups={found.groups}
        whole={filters.group !== ''}
        cursor={cursor}
        onChoose={choose}
      />
      <Said query={query.trim()} found={found} />
    </Dialog>
  )
}

/** What there is to say below the answer. */
function Said({ query, found }: { query: string; found: ReturnType<typeof useSearch> }) {
  const { t } = useTranslation('shell')
  const { groups, total, searching, answer } = found
  const shown = groups.reduce((sum, { lines }) => sum + lines.length, 0)
  const said = () => {
    if (query === '') return t('search.help')
    if (searching) return t('search.searching')
    if (answer?.broken) return t('search.broken')
    return total === 0 ? t('search.none', { query }) : t('search.found', { shown, total })
  }
  return (
    <Box role="status" sx={{ px: 3, py: 2, color: 'text.secondary', fontSize: 13 }}>
      {said()}
    </Box>
  )
}
