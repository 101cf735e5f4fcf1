import { useTranslation } from 'react-i18next'
import type { MonthReview, ReviewSuggestion } from '../../../../shared/domain/monthReview/types'
import { decideReviewCommand } from '../../../data'
import { useTakeBack } from '../../../register/record/useTakeBack'
import { type Decision, VerdictForm } from '../../../register/record/VerdictForm'
import { useSave } from '../../../register/saving/saving'
import { MONTH_REVIEW } from '../shell/kind'

/** 采纳 or 不采纳 of one suggestion, by the director. */
export function DecideForm({ review, suggestion }: { review: MonthReview; suggestion: ReviewSuggestion }) {
  const { t } = useTranslation('monthReviews')
  const save = useSave()
  const takeBack = useTakeBack(MONTH_REVIEW)
  const { id: suggestionId, text, decision } = suggestion
  const decide = async (values: Decision) => {
    const input = { id: review.id, rev: review.rev, suggestionId, ...values }
    const say = () => t('signing.decided', { verdict: t(`verdict.${values.verdict}`) })
    const back = (saved: { id: string; rev: number }) => () => void takeBack(saved)
    return (await save(decideReviewCommand, input, undefined, say, back)).refusal
  }
  return (
    <VerdictForm
      label={t('signing.decideOn', { text: text.slice(0, 40) })}
      decision={decision}
      words={{
        verdict: t('field.verdict'),
        note: t('field.note'),
        hint: t('signing.decideHint'),
        of: (verdict) => t(`verdict.${verdict}`),
      }}
      onSave={decide}
    />
  )
}
