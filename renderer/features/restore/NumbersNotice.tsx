import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../../shared/domain/office/permissions'
import { numbersAsked, useQuery, useRole } from '../../data'
import { formatDateTime, lazyScreen, NoticeBar } from '../../ui'

// After a restore only: 今日 does without it on all other days.
const NumbersDialog = lazyScreen(async () => ({ default: (await import('./NumbersDialog')).NumbersDialog }))

/** After a restore: which numbers paper bears already (domain 2). Asked in 今日 until somebody says. */
export function NumbersNotice() {
  const { t } = useTranslation('restore')
  const allowed = may(useRole(), 'numbers.raise')
  const asked = useQuery((db) => numbersAsked(db, new Date().toISOString()), [])
  const [open, setOpen] = useState(true)
  if (!asked) return null
  return (
    <Box sx={{ p: '12px 12px 0', '&:empty': { display: 'none' } }}>
      <NoticeBar
        tone="danger"
        action={
          allowed && (
            <Button variant="outlined" onClick={() => setOpen(true)}>
              {t('numbers.tell')}
            </Button>
          )
        }
      >
        {t('numbers.notice', { newest: formatDateTime(asked.mark.from.newestAt) })}
        {!allowed && t('numbers.others')}
      </NoticeBar>
      {allowed && open && (
        <Suspense fallback={null}>
          <NumbersDialog asked={asked} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Box>
  )
}
