import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { MonthReview } from '../../../../shared/domain/monthReview/types'
import { may } from '../../../../shared/domain/office/permissions'
import { instantFromMs } from '../../../../shared/util/civilTime'
import { monthOf } from '../../../../shared/util/months'
import { useRole } from '../../../data'
import { useTakeBack, useUndoable } from '../../../register/record/useTakeBack'
import { DueText, MoreMenu, ScreenHead, StatusChip, translateKey, useMenuCommand, useNow } from '../../../ui'
import { MONTH_REVIEW, REVIEW_TONES } from './kind'
import { useMonth } from './month'
import { MonthPicker } from './MonthPicker'
import { type MonthTab, placeOf } from './places'
import { useOpen } from './useOpening'

/** The month, its state, what is due next and when, and the one next step. */
export function MonthHead({ tab }: { tab: MonthTab }) {
  const { t } = useTranslation('monthReviews')
  const { record } = useMonth()
  const navigate = useNavigate()
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
      actions={
        <>
          {record && <TakeBack review={record} />}
          <Button variant="text" onClick={() => void navigate('/corrections')}>
            {translateKey('corrections:title')}
          </Button>
          <NextStep tab={tab} />
        </>
      }
    />
  )
}

/** 开始审核 of an older month, else 审核, 审阅 or 打印月报: leads to where it is done. */
function NextStep({ tab }: { tab: MonthTab }) {
  const { t } = useTranslation('monthReviews')
  const { month, record } = useMonth()
  const role = useRole()
  const navigate = useNavigate()
  const open = useOpen()
  const running = monthOf(instantFromMs(useNow()))
  if (!record && month <= running) {
    return (
      <Button variant="contained" data-main onClick={open}>
        {t('next.open')}
      </Button>
    )
  }
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

/** 撤销 of the last step, where the rules allow it; Ctrl+Z too. */
function TakeBack({ review }: { review: MonthReview }) {
  const { t } = useTranslation('record')
  const takeBack = useTakeBack(MONTH_REVIEW)
  const step = useUndoable(MONTH_REVIEW, review)
  const run = () => void takeBack(review)
  useMenuCommand('undo', run, step !== null)
  return step && <MoreMenu actions={[{ label: t('undo.of', { step }), run }]} />
}
