import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { MonthReview } from '../../../../shared/domain/monthReview/types'
import { giveReasonCommand } from '../../../data'
import { PhrasedArea } from '../../../register/pace/PhrasedArea'
import { RecordForm, type SaveAnswer } from '../../../register/saving/RecordForm'
import { SaveOrFold } from '../../../register/saving/SaveButtons'
import { useSave } from '../../../register/saving/saving'
import { useMenuCommand } from '../../../ui'
import { routeOf } from './place'

interface ReasonFormProps {
  review: MonthReview
  line: string
  /** '' for the line as a whole. */
  recordId: string
  /** What it is said of, for the list of drafts. */
  title: string
  /** What was said before. */
  before: string
  onDone: () => void
}

interface Values {
  text: string
}

/** 说明原因 of a line, or of one record behind it; the draft goes on where it was begun. */
export function ReasonForm({ review, line, recordId, title, before, onDone }: ReasonFormProps) {
  const { t } = useTranslation('checklist')
  const save = useSave()
  useMenuCommand('escape', onDone)
  const place = {
    line,
    at: recordId === '' ? null : recordId,
    why: recordId === '' ? 'line' : 'record',
  } as const
  const run = async ({ text }: Values, draftId: string): Promise<SaveAnswer> => {
    const input = { id: review.id, rev: review.rev, line, recordId, text }
    const { refusal } = await save(giveReasonCommand, input, { draftId }, () => t('reason.saved'))
    return refusal ? { refusal } : { refusal: null, after: onDone }
  }
  return (
    <Box sx={{ border: '1px solid', borderColor: 'primary.main', borderRadius: '4px', p: 3, pb: 0 }}>
      <RecordForm<Values>
        kind="monthReview.giveReason"
        targetId={routeOf(review.id, place).replace('/monthReviews/', '')}
        label={t('reason.form')}
        defaults={() => ({ text: before })}
        draftTitle={() => `${t('reason.form')} ${title}`}
        onSave={run}
        ground="background.paper"
        takesFocus
        footer={<SaveOrFold onFold={onDone} />}
      >
        {() => (
          <PhrasedArea<Values>
            name="text"
            phrases="monthReview.reason"
            label={t('reason.label')}
            hint={t('reason.hint')}
            wide
            required
            minRows={2}
            maxRows={5}
            maxLength={2000}
          />
        )}
      </RecordForm>
    </Box>
  )
}
