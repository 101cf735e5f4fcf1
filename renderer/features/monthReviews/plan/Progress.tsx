import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { PlanProgress, PlanStatus } from '../../../../shared/domain/month/servicePlan'
import type { PlanScope } from '../../../../shared/domain/month/planPeriods'
import { type ChipTone, formatNumber, StatusChip } from '../../../ui'

const TONES: Record<PlanStatus, ChipTone> = {
  done: 'good',
  open: 'waiting',
  missed: 'danger',
  none: 'done',
}

interface ProgressProps {
  progress: PlanProgress | null
  /** The stretch that the column is about: a longer one is named. */
  column: PlanScope
}

/** `3 / 5 次` and what that means; a share with numerator, denominator and needed, 无 with an empty denominator. */
export function Progress({ progress, column }: ProgressProps) {
  const { t } = useTranslation('servicePlan')
  if (!progress) return <Box sx={{ color: 'text.secondary' }}>{t('counting')}</Box>
  const { scope, done, target, status } = progress
  return (
    <Box sx={{ display: 'flex', gap: '0 12px', flexWrap: 'wrap', alignItems: 'center' }}>
      <span>
        {scope !== column && scope !== 'month' && `${t(`scope.${scope}`)} `}
        <Figures progress={progress} />
      </span>
      <StatusChip plain tone={TONES[status]} label={t(`status.${status}`, { count: target - done })} />
    </Box>
  )
}

function Figures({ progress: { done, target, denominator } }: { progress: PlanProgress }) {
  const { t } = useTranslation('servicePlan')
  if (denominator === 0) return t('none')
  const figures = { done: formatNumber(done), target: formatNumber(target) }
  if (denominator === null) return t('times', figures)
  const rate = formatNumber((done / denominator) * 100, 1)
  return t('share', { ...figures, denominator: formatNumber(denominator), rate })
}
