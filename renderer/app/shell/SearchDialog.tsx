import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'

import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { SearchBox, translateKey, useCommandBarrier } from '../../ui'
import { saidOnly } from '../../ui/hidden'
import { cursorAfter } from '../../ui/list/cursor'
import type { HitLine } from '../hits'
import { useSearch } from './useSearch'

const PAGE = 8

/** 搜索 (Ctrl+K): everything by number, name, pinyin initials, phone, plate, unit or words (domain 10). */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const id = useId()
  const [query, setQuery] = useState('')
  const [cursor, setCursor] = useState(0)
  const { lines, total, searching } = useSearch(query)
  useCommandBarrier(true)

  const open = (line: HitLine) => {
    onClose()
    void navigate(line.route)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      const line = lines[cursor]
      if (line) open(line)
    } else {
      const next = ['Home', 'End'].includes(event.key)
        ? null
        : cursorAfter(event.key, cursor, lines.length, PAGE)
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
      maxWidth="sm"
      fullWidth
      slotProps={{ paper: { sx: { alignSelf: 'flex-start', mt: 8 } } }}
    >
      <Box id={`${id}title`} sx={saidOnly}>
        {t('search.title')}
      </Box>
      <Box sx={{ p: 3 }} role="search">
        <SearchBox
          label={t('search.title')}
          placeholder={t('search.placeholder')}
          value={query}
          onChange={(text) => {
            setQuery(text)
            setCursor(0)
          }}
          onKeyDown={keys}
          list={{ id: `${id}list`, current: lines.length ? `${id}${cursor}` : undefined }}
          autoFocus
          width="100%"
        />
      </Box>
      <Box
        id={`${id}list`}
        role="listbox"
        aria-label={t('search.results')}
        sx={{ maxHeight: '60vh', overflow: 'auto', pb: lines.length ? 2 : 0 }}
      >
        {lines.map((line, index) => (
          <Hit
            key={`${line.kind}${line.id}`}
            id={`${id}${index}`}
            line={line}
            current={index === cursor}
            onOpen={() => open(line)}
          />
        ))}
      </Box>
      <Box role="status" sx={{ px: 3, pb: 3, color: 'text.secondary', fontSize: 13 }}>
        {query.trim() === ''
          ? t('search.help')
          : searching
            ? t('search.searching')
            : total === 0
              ? t('search.none', { query })
              : t('search.found', { shown: lines.length, total })}
      </Box>
    </Dialog>
  )
}

function Hit(props: { id: string; line: HitLine; current: boolean; onOpen: () => void }) {
  const { id, line, current, onOpen } = props
  return (
    <Box
      id={id}
      role="option"
      aria-selected={current}
      tabIndex={-1}
      onClick={onOpen}
      onKeyDown={(event) => event.key === 'Enter' && onOpen()}
      sx={{
        display: 'grid',
        gridTemplateColumns: '64px minmax(96px, auto) minmax(0, 1fr)',
        gap: 3,
        px: 3,
        minHeight: 34,
        alignItems: 'center',
        bgcolor: current ? 'action.selected' : undefined,
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      <Box sx={{ color: 'text.secondary' }}>{translateKey(`shell:kind.${line.kind}`)}</Box>
      <strong>{line.title}</strong>
      <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{line.text}</Box>
    </Box>
  )
}
