import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { StoredFile } from '../../../../shared/domain/register/attachment'
import { supplementIncidentCommand } from '../../../data'
import { AttachmentsField } from '../../../register/attachments/AttachmentsField'
import { TextArea } from '../../../ui'
import { IncidentStep, type StepProps } from './IncidentStep'

interface Values {
  text: string
  attachments: StoredFile[]
}

/** 补充 of a closed report: the only thing that is still added to it (domain 7). */
export function SupplementStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('incidents')
  const seq = record.supplements.length + 1
  return (
    <IncidentStep
      record={record}
      onDone={onDone}
      step="supplement"
      title={t('record.supplement', { seq })}
      basis={record.supplements}
      spec={supplementIncidentCommand}
      defaults={() => ({ text: '', attachments: [] })}
      toInput={(values: Values) => values}
      saveLabel={t('step.supplementSave', { seq })}
    >
      {() => (
        <Box sx={{ display: 'grid', gap: 3 }}>
          <TextArea<Values>
            name="text"
            label={t('field.supplementText')}
            required
            wide
            large
            minRows={3}
            maxLength={20_000}
          />
          <AttachmentsField<Values> name="attachments" />
        </Box>
      )}
    </IncidentStep>
  )
}
