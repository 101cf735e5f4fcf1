import { useTranslation } from 'react-i18next'
import type { ClosingInput } from '../../../../shared/domain/complaint/commands'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { DateTimeField, TextArea, TextField } from '../../../ui'

interface ClosingFieldsProps {
  record: Complaint
  /** What the severity asks for is required now, not only later. */
  now?: boolean
}

/** 总结评价, and what 重大 asks for besides. */
export function ClosingFields({ record, now = true }: ClosingFieldsProps) {
  const { t } = useTranslation('complaints')
  const severity = record.judgement?.severity
  const major = severity === 'major'
  return (
    <>
      <TextArea<ClosingInput>
        name="summary"
        label={t('field.summary')}
        required={now && severity !== undefined && severity !== 'minor'}
        wide
        maxLength={20_000}
      />
      {major && (
        <TextField<ClosingInput>
          name="correctiveActionRef"
          label={t('field.correctiveActionRef')}
          placeholder="JZ-2026-0001"
          required={now}
          maxLength={100}
        />
      )}
      {major && (
        <DateTimeField<ClosingInput>
          name="headOfficeReportedAt"
          label={t('field.headOfficeReportedAt')}
          required={now}
        />
      )}
    </>
  )
}
