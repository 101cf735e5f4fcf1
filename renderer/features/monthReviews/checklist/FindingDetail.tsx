import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckLine, Finding } from '../../../../shared/domain/month/check'
import type { LineReason } from '../../../../shared/domain/monthReview/types'
import { Facts, formatDateTime } from '../../../ui'
import { useMonth } from '../shell/month'
import { Reason } from './Reason'
import { ReasonForm } from './ReasonForm'
import { reasonFor } from './useReasons'
import { whyWord } from './words'

interface FindingDetailProps {
  line: CheckLine
  finding: Finding
  reasons: readonly LineReason[]
  /** Whether a reason is being written for it. */
  writing: boolean
  onWrite: (writing: boolean) => void
  actions: ReactNode
}

/** The chosen record in full: what is amiss with it, what it says itself, and the reason given here. */
export function FindingDetail({ line, finding, reasons, writing, onWrite, actions }: FindingDetailProps) {
  const { t } = useTranslation('checklist')
  const { record } = useMonth()
  const reason = reasonFor(reasons, line.key, finding.id)
  return (
    <Box
      component="section"
      aria-label={finding.number}
      sx={{
        flexShrink: 0,
        maxHeight: '55%',
        overflow: 'auto',
        display: 'grid',
        gap: 2,
        px: 3,
        py: 2,
        borderTop: '1px solid',
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Facts
        columns={2}
        items={[
          { label: t('column.number'), value: finding.number },
          { label: t('column.at'), value: formatDateTime(finding.at) },
          { label: t('column.about'), value: finding.about },
          { label: t('column.why'), value: whyWord(finding) },
          { label: t('ownReason'), value: finding.reason },
        ]}
      />
      {writing && record ? (
        <ReasonForm
          review={record}
          line={line.key}
          recordId={finding.id}
          title={finding.number}
          before={reason?.text ?? ''}
          onDone={() => onWrite(false)}
        />
      ) : (
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'flex-start' }}>
          {actions}
          {(line.weight === 'mend' || reason) && (
            <Reason reason={reason} ask={t('reason.ask')} onWrite={() => onWrite(true)} />
          )}
        </Box>
      )}
    </Box>
  )
}
