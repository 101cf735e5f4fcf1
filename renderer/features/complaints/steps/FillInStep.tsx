import { useTranslation } from 'react-i18next'
import { fillInCommand, useData, useUser } from '../../../data'
import { IntakeFields } from '../intake/IntakeFields'
import { blankIntake, type IntakeValues, intakeOf } from '../intake/intakeValues'
import { ComplaintStep, type StepProps } from './ComplaintStep'

/**
 * 补录: what was written on a blank form, with all fields of an intake. 登记时间 begins empty: it is when it was written,
 * and nobody but the paper knows.
 */
export function FillInStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('paper')
  const { ports } = useData()
  const user = useUser()
  return (
    <ComplaintStep
      record={record}
      onDone={onDone}
      step="fillIn"
      title={t('fillIn.title')}
      basis={record.state}
      spec={fillInCommand}
      saveLabel={t('fillIn.save')}
      defaults={(): IntakeValues => ({
        ...blankIntake(ports.now(), user.name),
        channel: 'visit',
        registeredAt: null,
      })}
      toInput={(values: IntakeValues) => ({
        intake: intakeOf(values, ports.now()),
        receivedBy: values.receivedBy,
      })}
    >
      {(form) => <IntakeFields form={form} takesFocus={false} />}
    </ComplaintStep>
  )
}
