import { useTranslation } from 'react-i18next'
import { amendIntakeCommand, useData } from '../../../data'
import { IntakeFields } from '../intake/IntakeFields'
import { type IntakeValues, intakeOf, intakeValues } from '../intake/intakeValues'
import { ComplaintStep, type StepProps } from './ComplaintStep'

/** 更正受理内容: everything that was taken in but 登记时间 and 接待人. */
export function AmendStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('complaints')
  const { ports } = useData()
  return (
    <ComplaintStep
      record={record}
      onDone={onDone}
      step="amendIntake"
      title={t('step.amendIntake')}
      basis={record.intake}
      spec={amendIntakeCommand}
      defaults={() => intakeValues(record.intake, record.receivedBy)}
      toInput={(values: IntakeValues) => ({ intake: intakeOf(values, ports.now()) })}
    >
      {(form) => <IntakeFields form={form} fixed />}
    </ComplaintStep>
  )
}
