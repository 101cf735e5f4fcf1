import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { may } from '../../../../shared/domain/office/permissions'
import type { MonthReview, SpotItem } from '../../../../shared/domain/monthReview/types'
import { useRole } from '../../../data'
import { openedFrom } from '../../../register/screen/origin'
import { formatDateTime, ScreenBody, StatusChip } from '../../../ui'
import type { EarlyKey } from './earlyKey'
import { ItemForm } from './ItemForm'
import { routeOfItem } from './place'
import { RecordFacts } from './RecordFacts'
import { OUTCOME_TONES } from './words'

interface ItemViewProps {
  review: MonthReview
  item: SpotItem
  /** What the keys 1 and 2 are pressed in. */
  frame: RefObject<HTMLElement | null>
  early: RefObject<EarlyKey | null>
  onNext: () => void
}

/** One record of the sample: what it says in short, itself one key away, and what is said of it. */
export function ItemView({ review, item, frame, early, onNext }: ItemViewProps) {
  const { t } = useTranslation('monthReviews')
  const navigate = useNavigate()
  const { table, id, number } = item
  const here = routeOfItem(review.id, item)
  const open = () => {
    void navigate(here, { replace: true })
    void navigate(`/${table}/${id}`, { state: openedFrom({ to: here, label: t('tabs.spotCheck') }) })
  }
  const newest = useRef(open)
  useEffect(() => {
    newest.current = open
  })
  useEffect(() => {
    const place = frame.current
    const enter = (event: KeyboardEvent): void => {
      if (event.key !== 'ArrowRight' || event.altKey || event.ctrlKey || event.shiftKey) return
      if (event.target instanceof HTMLElement && event.target.closest('[role=listbox]')) newest.current()
    }
    place?.addEventListener('keydown', enter)
    return () => place?.removeEventListener('keydown', enter)
  }, [frame])
  const checks = may(useRole(), 'month.review') && review.state === 'running'
  return (
    <ScreenBody>
      <Box component="section" aria-label={number} sx={{ display: 'grid', gap: 3 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: '4px 16px', flexWrap: 'wrap' }}>
          <Box component="h2" sx={{ m: 0, fontSize: 16 }}>
            {number}
          </Box>
          <Button title="→" onClick={open}>
            {t('spot.openRecord')}
          </Button>
        </Box>
        <RecordFacts item={item} />
        <Outcome item={item} />
        {checks && (
          <Box sx={DOCKED}>
            <ItemForm {...{ review, item, frame, early, onNext }} route={here} />
          </Box>
        )}
      </Box>
    </ScreenBody>
  )
}

/** In sight however long the record is: a verdict must not have to be scrolled for. */
const DOCKED = {
  position: 'sticky',
  bottom: 0,
  bgcolor: 'background.default',
  borderTop: '1px solid',
  borderColor: 'divider',
  pt: 2,
  pb: 1,
} as const

function Outcome({ item: { outcome, comment, by, at } }: { item: SpotItem }) {
  const { t } = useTranslation('monthReviews')
  if (!outcome) return null
  return (
    <Box sx={{ display: 'flex', gap: '4px 12px', flexWrap: 'wrap', alignItems: 'center' }}>
      <StatusChip tone={OUTCOME_TONES[outcome]} label={t(`outcome.${outcome}`)} />
      <span>{comment}</span>
      <Box component="span" sx={{ fontSize: 13, color: 'text.secondary' }}>
        {t('byAt', { by, at: formatDateTime(at) })}
      </Box>
    </Box>
  )
}
