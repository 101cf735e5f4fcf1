import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { TimelinePanel } from '../../../register/timeline/TimelinePanel'
import { useTimelineWords } from '../../../register/timeline/useTimelineWords'
import { EmptyState, ScreenBody } from '../../../ui'
import { MONTH_REVIEW } from '../shell/kind'
import { useMonth } from '../shell/month'
import { ChangedRecords } from './ChangedRecords'
import { ExplainedLines } from './ExplainedLines'
import { KeyFigures } from './KeyFigures'
import { LateRecords } from './LateRecords'
import { SampleResult } from './SampleResult'
import { Signatures } from './Signatures'
import { SignStep } from './SignStep'
import { Standing } from './Standing'
import { Suggestions } from './Suggestions'
import { Verify } from './Verify'

const COLUMN = { display: 'grid', gap: 3, alignContent: 'start', minWidth: 0 } as const

/**
 * 审核签署 (domain 12): what is left, the month in short, suggestions, and the signature that is next. What the director
 * reads before signing stands at the left, what is to be done at the right.
 */
export default function SigningTab() {
  const { t } = useTranslation('monthReviews')
  const { record, view, checks } = useMonth()
  const words = useTimelineWords(MONTH_REVIEW.vocabulary)
  if (!record) return <EmptyState title={t('signing.notBegun')} />
  if (!view || !checks) return null
  return (
    <ScreenBody>
      <Standing review={record} checks={checks} />
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(440px, 100%), 1fr))',
          alignItems: 'start',
        }}
      >
        <Box sx={COLUMN}>
          <KeyFigures />
          <ExplainedLines review={record} checks={checks} />
          <SampleResult sample={record.sample} />
          {record.state === 'reviewed' && <ChangedRecords view={view} since={record.review?.at ?? ''} />}
        </Box>
        <Box sx={COLUMN}>
          {record.state === 'approved' && <LateRecords review={record} />}
          {record.state === 'approved' && <Verify review={record} />}
          {record.state === 'approved' && <Signatures review={record} />}
          <Suggestions review={record} />
          <SignStep review={record} />
          {record.state !== 'approved' && <Signatures review={record} />}
          <TimelinePanel recordId={record.id} table="monthReviews" words={words} />
        </Box>
      </Box>
    </ScreenBody>
  )
}
