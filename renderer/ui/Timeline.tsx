import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from './i18n/format'

/** One field's old and new value, already in words. */
export interface TimelineChange {
  label: string
  before: string
  after: string
}

export interface TimelineItem {
  id: string
  /** ISO instant. */
  at: string
  who: string
  what: string
  note?: ReactNode
  changes?: readonly TimelineChange[]
}

const FIRST = 8
const FIRST_VALUE = { textDecoration: 'none' }

/** Who did what when, newest first, with old and new values (domain 10). */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label: string }) {
  const { t } = useTranslation('ui')
  const [all, setAll] = useState(false)
  const shown = all ? items : items.slice(0, FIRST)
  return (
    <>
      <Box component="ol" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map((item) => (
          <Box
            component="li"
            key={item.id}
            sx={{
              position: 'relative',
              pl: 4,
              pb: 3,
              '&::before': {
                content: '""',
                position: 'absolute',
                left: 3,
                top: 7,
                width: 7,
                height: 7,
                borderRadius: '50%',
                bgcolor: 'primary.main',
              },
              '&:not(:last-child)::after': {
                content: '""',
                position: 'absolute',
                left: 6,
                top: 16,
                bottom: -4,
                width: '1px',
                bgcolor: 'divider',
              },
            }}
          >
            <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
              <strong>{item.what}</strong>
              <span>{item.who}</span>
              <Box component="time" dateTime={item.at} sx={{ color: 'text.secondary' }}>
                {formatDateTime(item.at)}
              </Box>
            </Box>
            {item.note && <Box sx={{ whiteSpace: 'pre-wrap' }}>{item.note}</Box>}
            {item.changes?.map((change) => (
              <Change key={change.label} change={change} />
            ))}
          </Box>
        ))}
      </Box>
      {!all && items.length > FIRST && (
        <Button variant="text" onClick={() => setAll(true)}>
          {t('timeline.all', { count: items.length })}
        </Button>
      )}
    </>
  )
}

function Change({ change }: { change: TimelineChange }) {
  const { t } = useTranslation('ui')
  return (
    <Box sx={{ fontSize: 13, color: 'text.secondary', overflowWrap: 'anywhere' }}>
      {change.label}：{/* What was filled in first has no old value to tell. */}
      {change.before && (
        <>
          <del>{change.before}</del> →{' '}
        </>
      )}
      <ins style={change.before ? undefined : FIRST_VALUE}>{change.after || t('timeline.empty')}</ins>
    </Box>
  )
}
