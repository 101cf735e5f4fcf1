import { useTranslation } from 'react-i18next'
import type { SignatureInput } from '../../../shared/domain/register/paper'
import { type SavedRecord, useData } from '../../data'
import { DateTimeField, TextArea, TextField } from '../../ui'
import { StepForm, type StepRecord } from '../record/StepForm'
import type { TimelineWords } from '../timeline/timelineWords'
import type { PaperCommands, PaperForm } from './paperForm'
import Box from '@mui/material/Box'

interface SignStepProps {
  record: StepRecord
  paper: PaperForm
  outcome: SignatureInput['outcome']
  command: PaperCommands['sign']
  words: TimelineWords
  onDone: (saved?: boolean) => void
}

/** 登记签字 or 登记拒签: who, when, and why not (domain 10). */
export function SignStep({ record, paper, outcome, command, words, onDone }: SignStepProps) {
  const { t } = useTranslation('paper')
  const { ports } = useData()
  const { form, print } = paper
  const refused = outcome === 'refused'
  const known = print?.signature?.version === print?.version ? print?.signature : undefined
  return (
    <StepForm<SignatureInput, { form: string } & SignatureInput, SavedRecord>
      record={record}
      onDone={onDone}
      kind={`${command.name}.${form}.${outcome}`}
      words={words}
      title={t(refused ? 'do.refuse' : 'do.sign')}
      basis={print}
      spec={command}
      defaults={() => ({
        outcome,
        by: known?.by ?? paper.signer,
        at: known?.at ?? ports.now(),
        reason: known?.reason ?? '',
      })}
      toInput={(values) => ({ ...values, form, outcome })}
    >
      {() => (
        <Box sx={{ display: 'grid', gap: 3 }}>
          <TextField<SignatureInput>
            name="by"
            label={t(refused ? 'field.refuser' : 'field.signer')}
            required
            maxLength={50}
          />
          {refused && (
            <TextArea<SignatureInput>
              name="reason"
              label={t('field.reason')}
              placeholder={t('reasonHint')}
              required
              minRows={2}
              maxLength={2_000}
            />
          )}
          <DateTimeField<SignatureInput>
            name="at"
            label={t(refused ? 'field.refusedAt' : 'field.signedAt')}
            required
          />
        </Box>
      )}
    </StepForm>
  )
}
