import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { completeCommand, recordHandlingCommand, useData } from '../../../data'
import { DateTimeField } from '../../../ui'
import { HandlingFields } from './HandlingFields'
import { handlingBasis, type HandlingValues, handlingInput, handlingValues } from './handlingValues'
import { ComplaintStep, type StepProps } from './ComplaintStep'

/** 处理经过: what was found and done so far. */
export function RecordHandlingStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('complaints')
  const { ports } = useData()
  return (
    <ComplaintStep
      record={record}
      onDone={onDone}
      step="recordHandling"
      title={t('step.recordHandling')}
      basis={handlingBasis(record.handling)}
      spec={recordHandlingCommand}
      defaults={() => handlingValues(record.handling, ports.now())}
      toInput={(values: HandlingValues) => handlingInput(values)}
    >
      {(form) => <HandlingFields form={form} measuresRequired={record.state === 'handled'} />}
    </ComplaintStep>
  )
}

type CompleteValues = HandlingValues & { completedAt: string }

/** 处理完毕: when, and what was done. The rest may be completed on the way. */
export function CompleteStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('complaints')
  const { ports } = useData()
  return (
    <ComplaintStep
      record={record}
      onDone={onDone}
      step="complete"
      title={t('step.complete')}
      basis={handlingBasis(record.handling)}
      spec={completeCommand}
      defaults={() => ({ ...handlingValues(record.handling, ports.now()), completedAt: ports.now() })}
      toInput={({ completedAt, ...values }: CompleteValues) => ({ ...handlingInput(values), completedAt })}
    >
      {(form) => (
        <>
          <HandlingFields form={form as unknown as UseFormReturn<HandlingValues>} measuresRequired />
          <DateTimeField<CompleteValues> name="completedAt" label={t('field.completedAt')} required />
        </>
      )}
    </ComplaintStep>
  )
}
