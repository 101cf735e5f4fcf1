import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../ui'

interface StatusLineProps {
  /** How many are filtered; null while they are counted. */
  total: number | null
  /** How many are listed so far. */
  listed: number
  /** Words are searched for. */
  searching: boolean
  selected: number
  /** The record that is open is none of these. */
  outside: boolean
  onDeselect: () => void
  /** What can be done with the list, at the right. */
  children: ReactNode
}

/** How many records there are and how many are selected, and what can be done with them. */
export function StatusLine(props: StatusLineProps) {
  const { total, listed, searching, selected, outside, onDeselect, children } = props
  const { t } = useTranslation('list')
  const say = (count: number) => {
    const shown = { count, number: formatNumber(count) }
    if (searching) return t('found', shown)
    return total === null ? t('atLeast', shown) : t('total', shown)
  }
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: '0 8px',
        minHeight: 34,
        px: 3,
        color: 'text.secondary',
        fontSize: 13,
        borderBottom: '1px solid',
        borderColor: 'divider',
      }}
    >
      <Box role="status" sx={{ whiteSpace: 'nowrap' }}>
        {say(total ?? listed)}
        {selected > 0 && (
          <Box component="span" sx={{ ml: 2, color: 'primary.main', fontWeight: 600 }}>
            {t('selected', { count: selected, number: formatNumber(selected) })}
          </Box>
        )}
        {outside && (
          <Box component="span" sx={{ ml: 2 }}>
            {t('outside')}
          </Box>
        )}
      </Box>
      {selected > 0 && (
        <Button variant="text" onClick={onDeselect}>
          {t('deselect')}
        </Button>
      )}
      <Box sx={{ flex: 1 }} />
      {children}
    </Box>
  )
}
