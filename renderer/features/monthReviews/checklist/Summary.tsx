import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { type CheckGroups, linesToMend } from '../../../../shared/domain/month/standing'
import type { LineReason, MonthReviewState } from '../../../../shared/domain/monthReview/types'
import { civilDayOf, instantFromMs } from '../../../../shared/util/civilTime'
import { lastDayOf } from '../../../../shared/util/months'
import { StatusChip, useNow } from '../../../ui'
import { useMonth } from '../shell/month'
import { placeOf } from '../shell/places'

interface SummaryProps {
  groups: CheckGroups
  reasons: readonly LineReason[]
}

/** 还有 n 项要改正或说明, or that nothing stands in the way of 审核 any more. */
export function Summary({ groups, reasons }: SummaryProps) {
  const { t } = useTranslation('checklist')
  const { month, record } = useMonth()
  const navigate = useNavigate()
  const left = linesToMend(groups.mend, reasons).length
  const early = civilDayOf(instantFromMs(useNow())) < lastDayOf(month)
  const counts = (['mend', 'look', 'info', 'good'] as const)
    .filter((name) => groups[name].length > 0)
    .map((name) => t('group', { word: t(`weight.${name}`), count: groups[name].length }))
  return (
    <Box sx={{ px: 3, py: 2, borderBottom: '1px solid', borderColor: 'divider' }}>
      <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: '4px 12px', flexWrap: 'wrap' }}>
        {left > 0 ? (
          <StatusChip tone="danger" label={t('left', { count: left })} />
        ) : (
          <StatusChip tone="good" label={t(doneWord(record?.state, groups.mend.length, early))} />
        )}
        <Box component="span" sx={{ color: 'text.secondary', fontSize: 13 }}>
          {counts.join(' · ')}
        </Box>
      </Box>
      {left === 0 && record?.state === 'running' && (
        <Button variant="contained" sx={{ mt: 2 }} onClick={() => void navigate(placeOf(month, 'signing'))}>
          {t('toSigning')}
        </Button>
      )}
    </Box>
  )
}

/**
 * Nothing is left: because all of it was explained, because there never was anything, or because it is signed. Before
 * its last day a month is not said to be ready.
 */
function doneWord(state: MonthReviewState | undefined, lines: number, early: boolean) {
  if (state === 'approved') return 'closed'
  if (state === 'reviewed') return 'waiting'
  if (early) return lines > 0 ? 'readySoFar' : 'cleanSoFar'
  return lines > 0 ? 'ready' : 'clean'
}
