import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { may } from '../../../../shared/domain/office/permissions'
import { decisionOn } from '../../../../shared/domain/visitMonth'
import {
  type Suggestion,
  type SuggestionDecision,
  type VisitMonth,
} from '../../../../shared/domain/visitMonth/types'
import { decideSuggestionCommand, useRole } from '../../../data'
import { type Decision, VerdictForm } from '../../../register/record/VerdictForm'
import { useSave } from '../../../register/saving/saving'
import { formatDateTime, StatusChip } from '../../../ui'

/** The month's 意见和建议, each traceable to its visit; the director says 采纳 or 不采纳 to each (domain 8). */
export function Suggestions({
  record,
  suggestions,
}: {
  record: VisitMonth
  suggestions: readonly Suggestion[]
}) {
  const { t } = useTranslation('visitMonths')
  const role = useRole()
  const decides = record.state === 'submitted' && may(role, 'month.approve')
  if (suggestions.length === 0) return <Box sx={{ color: 'text.secondary' }}>{t('record.noSuggestions')}</Box>
  return (
    <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 3 }}>
      {suggestions.map((suggestion) => (
        <Box component="li" key={`${suggestion.visitId} ${suggestion.part}`} aria-label={suggestion.text}>
          <Source suggestion={suggestion} />
          <Box sx={{ fontSize: 16, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{suggestion.text}</Box>
          <Decided decision={decisionOn(suggestion, record.decisions)} />
          {decides && <DecideForm record={record} suggestion={suggestion} />}
        </Box>
      ))}
    </Box>
  )
}

function Source({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useTranslation('visits')
  return (
    <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', fontSize: 13, color: 'text.secondary' }}>
      <MuiLink component={Link} to={`/visits/${suggestion.visitId}`}>
        {suggestion.number}
      </MuiLink>
      <span>{suggestion.unitCode}</span>
      <span>{t(`part.${suggestion.part}`)}</span>
    </Box>
  )
}

function Decided({ decision }: { decision: SuggestionDecision | undefined }) {
  const { t } = useTranslation('visitMonths')
  if (!decision) return <Box sx={{ color: 'text.secondary' }}>{t('record.undecided')}</Box>
  const { verdict, note, by, at } = decision
  return (
    <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center' }}>
      <StatusChip tone={verdict === 'adopted' ? 'good' : 'done'} label={t(`verdict.${verdict}`)} />
      <span>{note}</span>
      <Box component="span" sx={{ fontSize: 12, color: 'text.secondary' }}>
        {t('record.decidedBy', { by, at: formatDateTime(at) })}
      </Box>
    </Box>
  )
}

function DecideForm({ record, suggestion }: { record: VisitMonth; suggestion: Suggestion }) {
  const { t } = useTranslation('visitMonths')
  const save = useSave()
  const decide = async (values: Decision) => {
    const input = { id: record.id, rev: record.rev, suggestion, ...values }
    const say = () => t('decide.saved', { verdict: t(`verdict.${values.verdict}`) })
    return (await save(decideSuggestionCommand, input, undefined, say)).refusal
  }
  return (
    <VerdictForm
      label={`${t('step.decide')} ${suggestion.number}`}
      decision={decisionOn(suggestion, record.decisions)}
      words={{
        verdict: t('field.verdict'),
        note: t('decide.note'),
        hint: t('decide.noteHint'),
        of: (verdict) => t(`verdict.${verdict}`),
      }}
      onSave={decide}
    />
  )
}
