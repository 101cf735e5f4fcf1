import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { MonthReview } from '../../../../shared/domain/monthReview/types'
import type { Refusal } from '../../../../shared/util/result'
import { PhrasedArea } from '../../../register/pace/PhrasedArea'
import { RecordForm, type SaveAnswer } from '../../../register/saving/RecordForm'

interface SignFormProps {
  review: MonthReview
  step: 'review' | 'approve'
  label: string
  hint: string
  /** What signing does, where it cannot be taken back. */
  note?: string
  saveLabel: string
  onSign: (words: string, draftId: string) => Promise<Refusal | null>
}

interface Values {
  words: string
}

/** 审核意见 or 批示 with the button that signs. */
export function SignForm({ review, step, label, hint, note, saveLabel, onSign }: SignFormProps) {
  const { t } = useTranslation('monthReviews')
  const sign = async ({ words }: Values, draftId: string): Promise<SaveAnswer> => {
    const refusal = await onSign(words, draftId)
    return refusal ? { refusal } : { refusal: null }
  }
  return (
    <Box
      sx={{
        width: '100%',
        p: 3,
        border: '1px solid',
        borderColor: 'primary.main',
        borderRadius: '4px',
        bgcolor: 'background.paper',
      }}
    >
      <RecordForm<Values>
        kind={`monthReview.${step}`}
        targetId={`${review.id}/signing`}
        label={t(`step.${step}`)}
        defaults={() => ({ words: '' })}
        draftTitle={() => `${t(`step.${step}`)} ${review.id}`}
        // Nobody signs by saving something else: Ctrl+S means it only from within.
        followsMenu={false}
        onSave={sign}
        ground="background.paper"
        footer={
          <>
            <Button type="submit" variant="contained" data-main title="Ctrl+S">
              {saveLabel}
            </Button>
            {note && (
              <Box component="span" sx={{ color: 'text.secondary', fontSize: 13 }}>
                {note}
              </Box>
            )}
          </>
        }
      >
        {() => (
          <PhrasedArea<Values>
            name="words"
            phrases={`monthReview.${step}`}
            label={label}
            hint={hint}
            large
            minRows={4}
            maxLength={10_000}
          />
        )}
      </RecordForm>
    </Box>
  )
}
