import { useTranslation } from 'react-i18next'
import { giveUpVisitCommand } from '../../../data'
import { TextArea } from '../../../ui'
import { ComplaintStep, type StepProps } from './ComplaintStep'

/** 无法回访: why the attempts end here. */
export function GiveUpVisitStep({ record, onDone }: StepProps) {
  const { t } = useTranslation(['complaints', 'branches'])
  return (
    <ComplaintStep
      record={record}
      onDone={onDone}
      step="giveUpVisit"
      title={t('step.giveUpVisit')}
      basis={record.returnVisits.length}
      spec={giveUpVisitCommand}
      defaults={() => ({ reason: '' })}
      toInput={(values: { reason: string }) => values}
    >
      {() => (
        <TextArea<{ reason: string }>
          name="reason"
          label={t('field.unreachableReason')}
          hint={t('branches:giveUp.hint')}
          required
          maxLength={2_000}
        />
      )}
    </ComplaintStep>
  )
}
