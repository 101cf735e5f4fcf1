import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthReview } from '../../../../shared/domain/monthReview/types'
import { may } from '../../../../shared/domain/office/permissions'
import {
  approveMonthCommand,
  reopenMonthCommand,
  reviewMonthCommand,
  sendBackCommand,
  useRole,
} from '../../../data'
import { ReasonDialog } from '../../../register/record/ReasonDialog'
import { useTakeBack } from '../../../register/record/useTakeBack'
import { useSave } from '../../../register/saving/saving'
import { useKeepSigned } from '../report/useKeepSigned'
import { MONTH_REVIEW } from '../shell/kind'
import { SignForm } from './SignForm'

/** The signature that is next, for whoever may give it: 审核, 审阅, or 重开 of what was signed. */
export function SignStep({ review }: { review: MonthReview }) {
  const { t } = useTranslation('monthReviews')
  const role = useRole()
  if (review.state === 'running') return may(role, 'month.review') ? <ReviewForm review={review} /> : null
  if (review.state === 'approved') {
    return may(role, 'month.reopen') ? <GoBack review={review} step="reopen" /> : null
  }
  return (
    <Box sx={{ display: 'grid', gap: 3, justifyItems: 'start' }}>
      {may(role, 'month.approve') ? (
        <ApproveForm review={review} />
      ) : (
        <span>{t('signing.waitsForDirector')}</span>
      )}
      <GoBack review={review} step="sendBack" />
    </Box>
  )
}

function ReviewForm({ review }: { review: MonthReview }) {
  const { t } = useTranslation('monthReviews')
  const save = useSave()
  const takeBack = useTakeBack(MONTH_REVIEW)
  return (
    <SignForm
      review={review}
      step="review"
      label={t('field.opinion')}
      hint={t('signing.opinionHint')}
      saveLabel={t('signing.review')}
      onSign={async (words, draftId) => {
        const input = { id: review.id, rev: review.rev, words }
        const say = () => t('signing.reviewed', { month: review.id })
        const back = (saved: { id: string; rev: number }) => () => void takeBack(saved)
        return (await save(reviewMonthCommand, input, { draftId }, say, back)).refusal
      }}
    />
  )
}

function ApproveForm({ review }: { review: MonthReview }) {
  const { t } = useTranslation('monthReviews')
  const save = useSave()
  const keepReport = useKeepSigned()
  return (
    <SignForm
      review={review}
      step="approve"
      label={t('field.instructions')}
      hint={t('signing.instructionsHint')}
      note={t('signing.approveNote')}
      saveLabel={t('signing.approve')}
      onSign={async (words, draftId) => {
        const input = { id: review.id, rev: review.rev, words }
        const say = () => t('signing.approved', { month: review.id })
        const { refusal } = await save(approveMonthCommand, input, { draftId }, say)
        if (!refusal) keepReport(review.id)
        return refusal
      }}
    />
  )
}

const COMMANDS = { sendBack: sendBackCommand, reopen: reopenMonthCommand }

/** 退回 and 重开, each with a reason that is printed. */
function GoBack({ review, step }: { review: MonthReview; step: keyof typeof COMMANDS }) {
  const { t } = useTranslation('monthReviews')
  const [asking, setAsking] = useState(false)
  return (
    <div>
      <Button onClick={() => setAsking(true)}>{t(`signing.${step}`)}</Button>
      {asking && (
        <ReasonDialog
          kind={MONTH_REVIEW}
          record={review}
          command={COMMANDS[step]}
          title={t(`signing.${step}Title`)}
          confirmLabel={t(`signing.${step}`)}
          reasonLabel={t('signing.reason')}
          danger={step === 'reopen'}
          onClose={() => setAsking(false)}
        >
          <p>{t(`signing.${step}Text`)}</p>
        </ReasonDialog>
      )}
    </div>
  )
}
