import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MuiLink from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { may } from '../../../../shared/domain/office/permissions'
import { decisionOn } from '../../../../shared/domain/visitMonth'
import {
  type Suggestion,
  type SuggestionDecision,
  VERDICTS,
  type Verdict,
  type VisitMonth,
} from '../../../../shared/domain/visitMonth/types'
import { decideSuggestionCommand, useRole } from '../../../data'
import { useSave } from '../../../register/saving/saving'
import { Form, formatDateTime, StatusChip, TextField, ToggleChoice, useAppForm } from '../../../ui'

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

interface DecideValues {
  verdict: Verdict
  note: string
}

function DecideForm({ record, suggestion }: { record: VisitMonth; suggestion: Suggestion }) {
  const { t } = useTranslation(['visitMonths', 'record'])
  const save = useSave()
  const known = decisionOn(suggestion, record.decisions)
  const form = useAppForm<DecideValues>({
    defaultValues: { verdict: known?.verdict ?? 'adopted', note: known?.note ?? '' },
  })
  const decide = async (values: DecideValues) => {
    const input = { id: record.id, rev: record.rev, suggestion, ...values }
    const say = () => t('decide.saved', { verdict: t(`verdict.${values.verdict}`) })
    return (await save(decideSuggestionCommand, input, undefined, say)).refusal
  }
  return (
    <Form<DecideValues>
      form={form}
      label={`${t('step.decide')} ${suggestion.number}`}
      followsMenu={false}
      onSave={decide}
    >
      <Box sx={{ display: 'flex', gap: '8px 12px', flexWrap: 'wrap', alignItems: 'flex-start' }}>
        <ToggleChoice<DecideValues>
          name="verdict"
          label={t('field.verdict')}
          options={VERDICTS.map((value) => ({ value, label: t(`verdict.${value}`) }))}
          required
        />
        <Box sx={{ flex: 1, minWidth: 200 }}>
          <TextField<DecideValues>
            name="note"
            label={t('decide.note')}
            placeholder={t('decide.noteHint')}
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
