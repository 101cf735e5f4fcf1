import { useTranslation } from 'react-i18next'
import { approveIncidentCommand, verifyIncidentCommand } from '../../../data'
import { PhrasedArea } from '../../../register/pace/PhrasedArea'
import { IncidentStep, type StepProps } from './IncidentStep'

interface Values {
  words: string
}

/** 主管核实. */
export function VerifyStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('incidents')
  return (
    <IncidentStep
      record={record}
      onDone={onDone}
      step="verify"
      title={t('step.verify')}
      basis={record.state}
      spec={verifyIncidentCommand}
      defaults={() => ({ words: '' })}
      toInput={(values: Values) => values}
      saveLabel={t('step.verifySave')}
    >
      {() => (
        <PhrasedArea<Values>
          name="words"
          phrases="incident.verify.words"
          label={t('field.verifyWords')}
          wide
          minRows={2}
          maxLength={5_000}
        />
      )}
    </IncidentStep>
  )
}

/** 主任审批. */
export function ApproveStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('incidents')
  return (
    <IncidentStep
      record={record}
      onDone={onDone}
      step="approve"
      title={t('step.approve')}
      basis={record.state}
      spec={approveIncidentCommand}
      defaults={() => ({ words: '' })}
      toInput={(values: Values) => values}
      saveLabel={t('step.approveSave')}
    >
      {() => (
        <PhrasedArea<Values>
          name="words"
          phrases="incident.approve.words"
          label={t('field.approveWords')}
          wide
          minRows={2}
          maxLength={5_000}
        />
      )}
    </IncidentStep>
  )
}
