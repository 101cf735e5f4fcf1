import { useTranslation } from 'react-i18next'
import type { Insurance } from '../../../../shared/domain/incident/types'
import { setIncidentInsuranceCommand } from '../../../data'
import { DateTimeField, FormGrid, TextField } from '../../../ui'
import { IncidentStep, type StepProps } from './IncidentStep'

interface Values {
  insurance: Insurance
}

const NONE: Insurance = { insurer: '', policyNumber: '', reportedAt: null, claimNumber: '', note: '' }

/** 保险: to whom and when it was reported; all left empty takes it off. */
export function InsuranceStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('incidents')
  return (
    <IncidentStep
      record={record}
      onDone={onDone}
      step="setInsurance"
      title={t('step.setInsurance')}
      basis={record.insurance}
      spec={setIncidentInsuranceCommand}
      defaults={() => ({ insurance: record.insurance ?? NONE })}
      toInput={({ insurance }: Values) => ({
        insurance: Object.values(insurance).every((value) => !value) ? null : insurance,
      })}
    >
      {() => (
        <FormGrid>
          <TextField<Values> name="insurance.insurer" label={t('field.insurer')} maxLength={100} />
          <TextField<Values> name="insurance.policyNumber" label={t('field.policyNumber')} maxLength={100} />
          <DateTimeField<Values> name="insurance.reportedAt" label={t('field.reportedAt')} />
          <TextField<Values> name="insurance.claimNumber" label={t('field.claimNumber')} maxLength={100} />
          <TextField<Values> name="insurance.note" label={t('field.note')} maxLength={500} wide />
        </FormGrid>
      )}
    </IncidentStep>
  )
}
