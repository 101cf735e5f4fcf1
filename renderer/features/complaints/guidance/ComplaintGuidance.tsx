import { type UseFormReturn, useWatch } from 'react-hook-form'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { GuidancePanel } from '../../../register/guidance/GuidancePanel'
import type { IntakeValues } from '../intake/intakeValues'
import { PastSummaries } from './PastSummaries'

/** 处理指引 that follows what is typed into the intake. */
export function IntakeGuidance({ form }: { form: UseFormReturn<IntakeValues> }) {
  const words = useWatch({ control: form.control, name: ['content', 'remedy', 'subject'] })
  return <GuidancePanel causes={[]} text={words.join('\n')} Lessons={PastSummaries} />
}

/** 处理指引 of a record, from its 原因类别 and what the person said. */
export function RecordGuidance({ record }: { record: Complaint }) {
  const { content, remedy, subject } = record.intake
  return (
    <GuidancePanel
      causes={record.judgement ? [record.judgement.cause] : []}
      text={[content, remedy, subject].join('\n')}
      recordId={record.id}
      Lessons={PastSummaries}
    />
  )
}
