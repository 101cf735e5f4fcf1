import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import ExpandMore from '@mui/icons-material/ExpandMore'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { instantFromMs } from '../../../../shared/util/civilTime'
import { type MonthId, monthOf, nextMonth, previousMonth } from '../../../../shared/util/months'
import { monthEntries, useQuery } from '../../../data'
import { StatusChip, useNow } from '../../../ui'
import { REVIEW_TONES } from './kind'
import { useMonth } from './month'
import { type MonthTab, placeOf } from './places'

/** ‹ 2026年11月 ›, and behind the month a list of all months with their states. */
export function MonthPicker({ tab }: { tab: MonthTab }) {
  const { t } = useTranslation('monthReviews')
  const { month } = useMonth()
  const navigate = useNavigate()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const running = monthOf(instantFromMs(useNow()))
  const go = (to: MonthId) => {
    if (to <= running) void navigate(placeOf(to, tab))
  }
  useMonthKeys(
    () => go(previousMonth(month)),
    () => go(nextMonth(month)),
  )
  return (
    <Box role="group" aria-label={t('picker.label')} sx={{ display: 'flex', alignItems: 'center' }}>
      <IconButton aria-label={t('picker.earlier')} onClick={() => go(previousMonth(month))}>
        <ChevronLeft />
      </IconButton>
      <Button
        variant="text"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        endIcon={<ExpandMore />}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        sx={{ fontSize: 16, fontWeight: 600, color: 'text.primary', whiteSpace: 'nowrap' }}
      >
        {monthWord(t, month)}
      </Button>
      <IconButton
        aria-label={t('picker.later')}
        disabled={month >= running}
        onClick={() => go(nextMonth(month))}
      >
        <ChevronRight />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {anchor && (
          <Months
            onPick={(to) => {
              setAnchor(null)
              go(to)
            }}
          />
        )}
      </Menu>
    </Box>
  )
}

type Words = ReturnType<typeof useTranslation<'monthReviews'>>['t']

function monthWord(t: Words, month: MonthId): string {
  return t('month', { year: month.slice(0, 4), month: Number(month.slice(5)) })
}

function Months({ onPick }: { onPick: (month: MonthId) => void }) {
  const { t } = useTranslation('monthReviews')
  const { month: open } = useMonth()
  const now = instantFromMs(useNow())
  const months = useQuery((db) => monthEntries(db, now), [monthOf(now)])
  return months?.map(({ month, state }) => (
    <MenuItem
      key={month}
      selected={month === open}
      autoFocus={month === open}
      onClick={() => onPick(month)}
      sx={{ gap: 3, justifyContent: 'space-between' }}
    >
      {monthWord(t, month)}
      <StatusChip plain tone={state ? REVIEW_TONES[state] : 'fresh'} label={t(`state.${state ?? 'none'}`)} />
    </MenuItem>
  ))
}

/** Alt+PageUp, Alt+PageDown: the month before, the month after. */
function useMonthKeys(earlier: () => void, later: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.shiftKey || event.metaKey) return
      if (event.key !== 'PageUp' && event.key !== 'PageDown') return
      if (document.querySelector('[role=dialog]')) return
      event.preventDefault()
      if (event.key === 'PageUp') earlier()
      else later()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  })
}
