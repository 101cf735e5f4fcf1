import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { unread } from '../../../../shared/domain/monthReview/spotCheck'
import type { MonthReview, SpotSample } from '../../../../shared/domain/monthReview/types'
import { formatDateTime, StatusChip } from '../../../ui'
import { DrawForm } from './DrawForm'

/** How the sample was drawn, so that anybody can draw it again, and how much of it was read. */
export function SampleHead({ review, sample }: { review: MonthReview; sample: SpotSample }) {
  const { t } = useTranslation('monthReviews')
  const [drawing, setDrawing] = useState(false)
  const { items, seed, size, drawnBy: by, drawnAt } = sample
  const left = unread(sample) ?? 0
  const untouched = left === items.length && review.state === 'running'
  return (
    <Box
      sx={{ px: 4, py: 2, borderBottom: '1px solid', borderColor: 'divider', bgcolor: 'background.paper' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: '4px 16px', flexWrap: 'wrap' }}>
        <StatusChip
          tone={left === 0 ? 'good' : 'working'}
          label={t('spot.read', { read: items.length - left, all: items.length })}
        />
        <span>{t('spot.seedOf', { seed })}</span>
        <Box component="span" sx={{ color: 'text.secondary', fontSize: 13 }}>
          {t('spot.drawnBy', { size, by, at: formatDateTime(drawnAt) })}
        </Box>
        {untouched && (
          <Button sx={{ ml: 'auto' }} aria-expanded={drawing} onClick={() => setDrawing(!drawing)}>
            {t('spot.drawAgain')}
          </Button>
        )}
      </Box>
      {drawing && untouched && (
        <Box sx={{ py: 3 }}>
          <DrawForm review={review} onDone={() => setDrawing(false)} />
        </Box>
      )}
    </Box>
  )
}
