import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthReview } from '../../../../shared/domain/monthReview/types'
import { suggestCommand } from '../../../data'
import { PhrasedArea } from '../../../register/pace/PhrasedArea'
import { RecordForm, type SaveAnswer } from '../../../register/saving/RecordForm'
import { useSave } from '../../../register/saving/saving'

interface Values {
  text: string
}

/** One more suggestion to the director, beside the opinion: 保存 of the menu means neither. */
export function SuggestForm({ review }: { review: MonthReview }) {
  const { t } = useTranslation('monthReviews')
  const save = useSave()
  const [goesOn, setGoesOn] = useState(false)
  const suggest = async ({ text }: Values, draftId: string): Promise<SaveAnswer> => {
    const input = { id: review.id, rev: review.rev, text }
    const { refusal } = await save(suggestCommand, input, { draftId }, () => t('signing.suggested'))
    if (refusal) return { refusal }
    setGoesOn(true)
    return { refusal: null }
  }
  return (
    <RecordForm<Values>
      // Saved, the field is empty again for the next one, and keeps the keyboard.
      key={review.suggestions.length}
      takesFocus={goesOn}
      kind="monthReview.suggest"
      targetId={`${review.id}/signing`}
      label={t('signing.addSuggestion')}
      defaults={() => ({ text: '' })}
      draftTitle={() => `${t('signing.addSuggestion')} ${review.id}`}
      followsMenu={false}
      onSave={suggest}
      ground="background.paper"
      footer={<Button type="submit">{t('signing.addSuggestion')}</Button>}
    >
      {() => (
        <PhrasedArea<Values>
          name="text"
          phrases="monthReview.suggestion"
          label={t('field.suggestion')}
          hint={t('signing.suggestionHint')}
          minRows={2}
          maxLength={2000}
        />
      )}
    </RecordForm>
  )
}
