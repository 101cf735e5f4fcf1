import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CheckLine } from '../../../../shared/domain/month/check'
import { objectionsToApprove, objectionsToReview } from '../../../../shared/domain/monthReview/signing'
import type { MonthReview } from '../../../../shared/domain/monthReview/types'
import { instantFromMs } from '../../../../shared/util/civilTime'
import type { Refusal } from '../../../../shared/util/result'
import { formatDay, StatusChip, translateKey, useNow } from '../../../ui'
import { type MonthTab, placeOf } from '../shell/places'

/** Where what is left is done. */
const TABS: Readonly<Record<string, MonthTab>> = {
  reasonsMissing: 'checklist',
  sampleMissing: 'spotCheck',
  sampleOpen: 'spotCheck',
}

/** What still keeps the month from the signature that is next, each a link to where it is done. */
export function Standing({ review, checks }: { review: MonthReview; checks: readonly CheckLine[] }) {
  const { t } = useTranslation('monthReviews')
  const now = instantFromMs(useNow())
  const { state } = review
  if (state === 'approved') {
    return (
      <div>
        <StatusChip tone="done" label={t('signing.signed')} />
      </div>
    )
  }
  const step = state === 'running' ? 'review' : 'approve'
  const bars =
    step === 'review' ? objectionsToReview(review, checks, { now }) : objectionsToApprove(review, { now })
  return (
    <Box
      component="section"
      aria-label={t('signing.standing')}
      sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}
    >
      {bars.length === 0 && <StatusChip tone="good" label={t(`signing.ready.${step}`)} />}
      {bars.map(({ refusal }) => (
        <Bar key={refusal.key} month={review.id} refusal={refusal} />
      ))}
    </Box>
  )
}

function Bar({ month, refusal }: { month: string; refusal: Refusal }) {
  const name = refusal.key.replace('monthReview.', '')
  const { day, ...rest } = refusal.params ?? {}
  const words = translateKey(`monthReviews:signing.bar.${name}`, {
    ...rest,
    ...(typeof day === 'string' ? { day: formatDay(day) } : {}),
  })
  const tab = TABS[name]
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
      <StatusChip plain tone="soon" label="" />
      {tab ? (
        <MuiLink component={Link} to={placeOf(month, tab)}>
          {words}
        </MuiLink>
      ) : (
        <span>{words}</span>
      )}
    </Box>
  )
}
