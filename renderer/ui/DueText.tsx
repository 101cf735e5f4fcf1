import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { type DueTone, dueWords } from './dueWords'
import { formatDateTime } from './i18n/format'
import { useNow } from './time'

interface DueTextProps {
  /** ISO instant; null shows nothing. */
  dueAt: string | null
  /** What is due, before the time: 回访. */
  what?: string
  /** From how many ms before on it counts as soon; a day when left out. */
  soonMs?: number
}

const COLOURS: Record<DueTone, string> = {
  overdue: 'error.main',
  soon: 'warning.main',
  calm: 'text.secondary',
}

/** A deadline in plain words that follow the clock: 回访 还剩 3 小时 / 已超期 2 天. */
export function DueText({ dueAt, what, soonMs }: DueTextProps) {
  const { t } = useTranslation('ui')
  const now = useNow()
  if (!dueAt) return null
  const { tone, unit, count } = dueWords(dueAt, now, soonMs)
  const words = tone === 'overdue' ? t(`due.over.${unit}`, { count }) : t(`due.left.${unit}`, { count })
  return (
    <Box
      component="time"
      dateTime={dueAt}
      title={formatDateTime(dueAt)}
      sx={{ color: COLOURS[tone], fontWeight: tone === 'calm' ? 400 : 600, whiteSpace: 'nowrap' }}
    >
      {tone !== 'calm' && <DueShape over={tone === 'overdue'} />}
      {what ? `${what} ${words}` : words}
    </Box>
  )
}

function DueShape({ over }: { over: boolean }) {
  return (
    <svg width="12" height="10" viewBox="0 0 12 12" aria-hidden="true" style={{ marginRight: 4 }}>
      <path d={over ? 'M6 1 11.4 10.5H.6Z' : 'M6 .8 11.2 6 6 11.2.8 6Z'} fill="currentColor" />
    </svg>
  )
}
