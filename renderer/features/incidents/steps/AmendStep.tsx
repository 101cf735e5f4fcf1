import { useTranslation } from 'react-i18next'
import { amendIncidentCommand, useData } from '../../../data'
import { type ReportValues, reportOf, reportValues } from '../intake/intakeValues'
import { IncidentStep, type StepProps } from './IncidentStep'
import { ReportFields } from './ReportFields'

/** 写报告: what happened, what was done, and what would prevent it. */
export function AmendStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('incidents')
  const { ports } = useData()
  return (
    <IncidentStep
      record={record}
      onDone={onDone}
      step="amend"
      title={t('step.amend')}
      basis={record.report}
      spec={amendIncidentCommand}
      defaults={() => reportValues(record.report)}
      toInput={(values: ReportValues) => ({ report: reportOf(values, ports.now()) })}
    >
      {() => <ReportFields timeline={record.timeline} />}
    </IncidentStep>
  )
}
