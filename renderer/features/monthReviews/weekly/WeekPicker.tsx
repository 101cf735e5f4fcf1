import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import { useTranslation } from 'react-i18next'
import type { CivilDay } from '../../../../shared/util/instant'
import { instantFromMs, shiftDay } from '../../../../shared/util/civilTime'
import { useNow } from '../../../ui'
import { weekAfter } from './week'

interface WeekPickerProps {
  week: CivilDay
  onPick: (week: CivilDay) => void
}

/** ‹ 2026-11-16 至 2026-11-22 › */
export function WeekPicker({ week, onPick }: WeekPickerProps) {
  const { t } = useTranslation('report')
  const now = instantFromMs(useNow())
  const [earlier, later] = [weekAfter(week, -1, now), weekAfter(week, 1, now)]
  const go = (to: CivilDay | null) => to && onPick(to)
  return (
    <Box role="group" aria-label={t('week.pick')} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <IconButton aria-label={t('week.earlier')} onClick={() => go(earlier)}>
        <ChevronLeft />
      </IconButton>
      <Box component="h2" aria-live="polite" sx={{ m: 0, fontSize: 16, fontWeight: 600 }}>
        {t('week.span', { from: week, until: shiftDay(week, 6) })}
      </Box>
      <IconButton aria-label={t('week.later')} disabled={later === null} onClick={() => go(later)}>
        <ChevronRight />
      </IconButton>
    </Box>
  )
}
