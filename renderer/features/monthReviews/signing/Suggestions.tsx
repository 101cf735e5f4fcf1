import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { MonthReview, ReviewSuggestion } from '../../../../shared/domain/monthReview/types'
import { may } from '../../../../shared/domain/office/permissions'
import { useRole, withdrawSuggestionCommand } from '../../../data'
import { useSave } from '../../../register/saving/saving'
import { announce, formatDateTime, refusalText, SectionPanel, StatusChip } from '../../../ui'
import { DecideForm } from './DecideForm'
import { SuggestForm } from './SuggestForm'

/** The supervisor's suggestions; the director says 采纳 or 不采纳 to each. */
export function Suggestions({ review }: { review: MonthReview }) {
  const { t } = useTranslation('monthReviews')
  const role = useRole()
  const suggests = review.state === 'running' && may(role, 'month.review')
  const decides = review.state === 'reviewed' && may(role, 'month.approve')
  return (
    <SectionPanel
      id="monthReview.suggestions"
      title={t('signing.suggestions')}
      count={review.suggestions.length}
    >
      <Box sx={{ display: 'grid', gap: 3 }}>
        {review.suggestions.length === 0 && (
          <Box sx={{ color: 'text.secondary' }}>{t('signing.noSuggestions')}</Box>
        )}
        <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 3 }}>
          {review.suggestions.map((suggestion) => (
            <Box component="li" key={suggestion.id} aria-label={suggestion.text}>
              <Box sx={{ fontSize: 16, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {suggestion.text}
              </Box>
              <Said review={review} suggestion={suggestion} withdraws={suggests} />
              {decides && <DecideForm review={review} suggestion={suggestion} />}
            </Box>
          ))}
        </Box>
        {suggests && <SuggestForm review={review} />}
      </Box>
    </SectionPanel>
  )
}

interface SaidProps {
  review: MonthReview
  suggestion: ReviewSuggestion
  withdraws: boolean
}

function Said({ review, suggestion, withdraws }: SaidProps) {
  const { t } = useTranslation('monthReviews')
  const { by, at, decision } = suggestion
  return (
    <Box sx={{ display: 'flex', gap: '2px 12px', flexWrap: 'wrap', alignItems: 'center' }}>
      <Box component="span" sx={{ fontSize: 13, color: 'text.secondary' }}>
        {t('byAt', { by, at: formatDateTime(at) })}
      </Box>
      {decision ? (
        <>
          <StatusChip
            tone={decision.verdict === 'adopted' ? 'good' : 'done'}
            label={t(`verdict.${decision.verdict}`)}
          />
          <span>{decision.note}</span>
          <Box component="span" sx={{ fontSize: 13, color: 'text.secondary' }}>
            {t('byAt', { by: decision.by, at: formatDateTime(decision.at) })}
          </Box>
        </>
      ) : (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {t('signing.undecided')}
        </Box>
      )}
      {withdraws && !decision && <Withdraw review={review} suggestion={suggestion} />}
    </Box>
  )
}

function Withdraw({ review, suggestion }: { review: MonthReview; suggestion: ReviewSuggestion }) {
  const { t } = useTranslation('monthReviews')
  const save = useSave()
  const withdraw = async () => {
    const input = { id: review.id, rev: review.rev, suggestionId: suggestion.id }
    const { refusal } = await save(withdrawSuggestionCommand, input, undefined, () => t('signing.withdrawn'))
    if (refusal) announce(refusalText(refusal), 'problem')
  }
  return (
    <Button
      variant="text"
      aria-label={`${t('signing.withdraw')} ${suggestion.text}`}
      onClick={() => void withdraw()}
    >
      {t('signing.withdraw')}
    </Button>
  )
}
