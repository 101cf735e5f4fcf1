import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { may } from '../../../../shared/domain/office/permissions'
import { useRole } from '../../../data'
import { DueText, ScreenHead, StatusChip, translateKey } from '../../../ui'
import { REVIEW_TONES } from './kind'
import { useMonth } from './month'
import { MonthPicker } from './MonthPicker'
import { type MonthTab, placeOf } from './places'

/** The month, its state, what is due next and when, and the one next step. */
export function MonthHead({ tab }: { tab: MonthTab }) {
  const { t } = useTranslation('monthReviews')
  const { record } = useMonth()
  return (
    <ScreenHead
      title={t('title')}
      facts={
        <>
          <MonthPicker tab={tab} />
          {record ? (
            <StatusChip tone={REVIEW_TONES[record.state]} label={t(`state.${record.state}`)} />
          ) : (
            <StatusChip tone="fresh" label={t('state.none')} />
          )}
          {record?.duty && (
            <DueText dueAt={record.duty.dueAt} what={translateKey(`monthReviews:duty.${record.duty.kind}`)} />
          )}
        </>
      }
      actions={<NextStep tab={tab} />}
    />
  )
}

/** 审核, 审阅 or 打印月报: leads to where it is done. */
function NextStep({ tab }: { tab: MonthTab }) {
  const { t } = useTranslation('monthReviews')
  const { month, record } = useMonth()
  const role = useRole()
  const navigate = useNavigate()
  const next = nextOf(record?.state ?? null, may(role, 'month.approve'))
  if (!next || next.tab === tab) return null
  return (
    <Button variant="contained" data-main onClick={() => void navigate(placeOf(month, next.tab))}>
      {t(`next.${next.word}`)}
    </Button>
  )
}

function nextOf(
  state: string | null,
  approves: boolean,
): { tab: MonthTab; word: 'review' | 'approve' | 'print' } | null {
  if (state === 'running') return { tab: 'signing', word: 'review' }
  if (state === 'reviewed') return approves ? { tab: 'signing', word: 'approve' } : null
  return state === 'approved' ? { tab: 'files', word: 'print' } : null
}
