import { useTranslation } from 'react-i18next'
import { fillInIncidentCommand, useData, useUser } from '../../../data'
import { IntakeFields } from '../intake/IntakeFields'
import { blankIntake, type IntakeValues, partiesOf, reportOf } from '../intake/intakeValues'
import { IncidentStep, type StepProps } from './IncidentStep'

/** 补录: what stands on the sheet that was filled in away from the desk. */
export function FillInStep({ record, onDone }: StepProps) {
  const { t } = useTranslation(['incidents', 'paper'])
  const { ports } = useData()
  const user = useUser()
  return (
    <IncidentStep
      record={record}
      onDone={onDone}
      step="fillIn"
      title={t('paper:fillIn.title')}
      basis={record.state}
      spec={fillInIncidentCommand}
      // When it happened stands on the sheet: the desk does not guess it.
      defaults={(): IntakeValues => ({ ...blankIntake(ports.now(), user.name), occurredAt: null })}
      toInput={(values: IntakeValues) => ({
        report: reportOf(values, ports.now()),
        reportedBy: values.reportedBy,
        parties: partiesOf(values),
      })}
    >
      {(form) => <IntakeFields form={form} />}
    </IncidentStep>
  )
}
