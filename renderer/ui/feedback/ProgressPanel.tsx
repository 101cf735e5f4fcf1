import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../i18n/format'
import { remainingSeconds } from './remaining'

interface ProgressPanelProps {
  /** What is being done: 正在导入住户. */
  what: string
  done: number
  /** Null while it is not known how much there is. */
  total: number | null
  /** How long it has taken so far, in ms: gives the time that is left. */
  elapsedMs?: number
  /** Offers 取消. */
  onCancel?: () => void
  /** Words for the unit counted: 条, 户. */
  unit?: string
}

/** Long work: what, how much of how much, how long, and 取消 (ui.md, "Habits"). */
export function ProgressPanel(props: ProgressPanelProps) {
  const { what, done, total, elapsedMs, onCancel, unit = '' } = props
  const { t } = useTranslation('ui')
  const id = useId()
  const percent = total ? Math.min(100, (done / total) * 100) : undefined
  const seconds = elapsedMs === undefined || !total ? null : remainingSeconds(done, total, elapsedMs)
  return (
    <Box
      sx={{
        p: 3,
        border: '1px solid',
        borderColor: 'divider',
        borderRadius: '4px',
        bgcolor: 'background.paper',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mb: 2 }}>
        <Box id={id} sx={{ fontWeight: 600 }}>
          {what}
        </Box>
        <Box sx={{ color: 'text.secondary', flex: 1 }}>
          {total === null
            ? t('progress.soFar', { done: formatNumber(done), unit })
            : t('progress.of', { done: formatNumber(done), total: formatNumber(total), unit })}
          {seconds !== null && ` · ${sayLeft(seconds, t)}`}
        </Box>
        {onCancel && <Button onClick={onCancel}>{t('progress.cancel')}</Button>}
      </Box>
      <LinearProgress
        aria-labelledby={id}
        variant={percent === undefined ? 'indeterminate' : 'determinate'}
        value={percent ?? 0}
      />
    </Box>
  )
}

function sayLeft(seconds: number, t: ReturnType<typeof useTranslation<'ui'>>['t']): string {
  if (seconds < 60) return t('progress.secondsLeft', { count: Math.max(1, Math.ceil(seconds)) })
  return t('progress.minutesLeft', { count: Math.ceil(seconds / 60) })
}
