import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { MonthReview, ReviewSuggestion } from '../../../../shared/domain/monthReview/types'
import { VERDICTS, type Verdict } from '../../../../shared/domain/visitMonth/types'
import { decideReviewCommand } from '../../../data'
import { useTakeBack } from '../../../register/record/useTakeBack'
import { useSave } from '../../../register/saving/saving'
import { Form, TextField, ToggleChoice, useAppForm } from '../../../ui'
import { MONTH_REVIEW } from '../shell/kind'

interface Values {
  verdict: Verdict
  note: string
}

/** 采纳 or 不采纳 of one suggestion, by the director. */
export function DecideForm({ review, suggestion }: { review: MonthReview; suggestion: ReviewSuggestion }) {
  const { t } = useTranslation(['monthReviews', 'record'])
  const save = useSave()
  const takeBack = useTakeBack(MONTH_REVIEW)
  const { id: suggestionId, text, decision } = suggestion
  const form = useAppForm<Values>({
    defaultValues: { verdict: decision?.verdict ?? 'adopted', note: decision?.note ?? '' },
  })
  const decide = async (values: Values) => {
    const input = { id: review.id, rev: review.rev, suggestionId, ...values }
    const say = () => t('signing.decided', { verdict: t(`verdict.${values.verdict}`) })
    const back = (saved: { id: string; rev: number }) => () => void takeBack(saved)
    return (await save(decideReviewCommand, input, undefined, say, back)).refusal
  }
  return (
    <Form<Values>
      form={form}
      label={t('signing.decideOn', { text: text.slice(0, 40) })}
      followsMenu={false}
      onSave={decide}
    >
      <Box sx={{ display: 'flex', gap: '8px 12px', flexWrap: 'wrap', alignItems: 'flex-start' }}>
        <ToggleChoice<Values>
          name="verdict"
          label={t('field.verdict')}
          options={VERDICTS.map((value) => ({ value, label: t(`verdict.${value}`) }))}
          required
        />
        <Box sx={{ flex: 1, minWidth: 160 }}>
          <TextField<Values>
            name="note"
            label={t('field.note')}
            placeholder={t('signing.decideHint')}
            maxLength={500}
          />
        </Box>
        <Button type="submit" sx={{ mt: '22px' }}>
          {t('record:save')}
        </Button>
      </Box>
    </Form>
  )
}
