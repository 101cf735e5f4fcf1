import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { PlanProgress, PlanStatus } from '../../../../shared/domain/month/servicePlan'
import { type ChipTone, formatNumber, StatusChip } from '../../../ui'

const TONES: Record<PlanStatus, ChipTone> = {
  done: 'good',
  open: 'waiting',
  missed: 'danger',
  none: 'done',
}

/** `3 / 5 次` and what that means; a share with numerator, denominator and needed, 无 with an empty denominator. */
export function Progress({ progress }: { progress: PlanProgress | null }) {
  const { t } = useTranslation('servicePlan')
  if (!progress) return <Box sx={{ color: 'text.secondary' }}>{t('counting')}</Box>
  const { done, target, status } = progress
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <span>
        <Figures progress={progress} />
      </span>
      <StatusChip plain tone={TONES[status]} label={t(`status.${status}`, { count: target - done })} />
    </Box>
  )
}

function Figures({ progress }: { progress: PlanProgress }) {
  const { t } = useTranslation('servicePlan')
  const { scope, done, target, denominator } = progress
  if (denominator === 0) return t('none')
  const figures = { done: formatNumber(done), target: formatNumber(target) }
  if (denominator === null) return `${t(`scope.${scope}`)} ${t('times', figures)}`.trim()
  const rate = formatNumber((done / denominator) * 100, 1)
  return t('share', { ...figures, denominator: formatNumber(denominator), rate })
}
