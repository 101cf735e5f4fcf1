import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { VERDICTS, type Verdict } from '../../../shared/domain/visitMonth/types'
import type { Refusal } from '../../../shared/util/result'
import { Form, TextField, ToggleChoice, useAppForm } from '../../ui'

/** What the director says to a suggestion. */
export interface Decision {
  verdict: Verdict
  note: string
}

interface VerdictFormProps {
  /** Names the form. */
  label: string
  /** What was said before; undefined where nothing was. */
  decision: Decision | null | undefined
  words: { verdict: string; note: string; hint: string; of: (verdict: Verdict) => string }
  onSave: (values: Decision) => Promise<Refusal | null>
}

/** 采纳 or 不采纳 of one suggestion with a remark, in one line. */
export function VerdictForm({ label, decision, words, onSave }: VerdictFormProps) {
  const { t } = useTranslation('record')
  const form = useAppForm<Decision>({
    defaultValues: { verdict: decision?.verdict ?? 'adopted', note: decision?.note ?? '' },
  })
  return (
    <Form<Decision> form={form} label={label} followsMenu={false} onSave={onSave}>
      <Box sx={{ display: 'flex', gap: '8px 12px', flexWrap: 'wrap', alignItems: 'flex-start' }}>
        <ToggleChoice<Decision>
          name="verdict"
          label={words.verdict}
          options={VERDICTS.map((value) => ({ value, label: words.of(value) }))}
          required
        />
        <Box sx={{ flex: 1, minWidth: 180 }}>
          <TextField<Decision> name="note" label={words.note} placeholder={words.hint} maxLength={500} />
        </Box>
        <Button type="submit" sx={{ mt: '22px' }}>
          {t('save')}
        </Button>
      </Box>
    </Form>
  )
}
