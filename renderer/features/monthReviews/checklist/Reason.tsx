import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { LineReason } from '../../../../shared/domain/monthReview/types'
import { formatDateTime } from '../../../ui'
import { useMayReason, useTakeBackReason } from './useReasons'

interface ReasonProps {
  reason: LineReason | undefined
  /** Names the button: 说明原因, 整条说明原因. */
  ask: string
  onWrite: () => void
}

/** What was said, with who and when, and how to change it or take it back; the button that asks where nothing was. */
export function Reason({ reason, ask, onWrite }: ReasonProps) {
  const { t } = useTranslation('checklist')
  const mayReason = useMayReason()
  const takeBack = useTakeBackReason()
  if (!reason) {
    return mayReason ? (
      <Button data-reason title="F2" onClick={onWrite}>
        {ask}
      </Button>
    ) : null
  }
  return (
    <Box role="group" aria-label={t('reason.label')} sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{reason.text}</Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap', fontSize: 13 }}>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {t('reason.by', { by: reason.by, at: formatDateTime(reason.at) })}
        </Box>
        {mayReason && (
          <>
            <Button data-reason title="F2" variant="text" onClick={onWrite}>
              {t('reason.change')}
            </Button>
            <Button variant="text" onClick={() => takeBack(reason.line, reason.recordId)}>
              {t('reason.takeBack')}
            </Button>
          </>
        )}
      </Box>
    </Box>
  )
}
