import { useTranslation } from 'react-i18next'
import type { Visit } from '../../../../shared/domain/visit/types'
import {
  amendVisitCommand,
  fillInVisitCommand,
  giveFeedbackCommand,
  giveOpinionCommand,
  recordVisitCommand,
  replanVisitCommand,
  useData,
  useUser,
} from '../../../data'
import { PhrasedArea } from '../../../register/pace/PhrasedArea'
import type { StepDialogProps } from '../../../register/record/places'
import { RecordStep } from '../../../register/record/RecordStep'
import type { StepProps } from '../../../register/record/StepForm'
import { VoidDialog } from '../../../register/record/VoidDialog'
import { DateTimeField, FormGrid } from '../../../ui'
import { VISIT } from './kind'
import { blankVisit, givenFrom, planFrom, type VisitValues, visitValues } from './values'
import { VisitFields } from './VisitFields'

type Props = StepProps<Visit>

/** 补录: what was written on a blank sheet. 访问时间 begins empty: nobody but the paper knows it. */
export function FillInStep({ record, onDone }: Props) {
  const { t } = useTranslation(['visits', 'paper'])
  const { ports } = useData()
  const user = useUser()
  return (
    <RecordStep
      kind={VISIT}
      record={record}
      onDone={onDone}
      step="fillIn"
      title={t('paper:fillIn.title')}
      basis={record.state}
      spec={fillInVisitCommand}
      defaults={() => blankVisit(null, user.name)}
      toInput={(values: VisitValues) => givenFrom(values, ports.now())}
    >
      {(form) => <VisitFields form={form} withPrivate />}
    </RecordStep>
  )
}

/** 改期, or another person or way. */
export function ReplanStep({ record, onDone }: Props) {
  const { t } = useTranslation('visits')
  const { ports } = useData()
  return (
    <RecordStep
      kind={VISIT}
      record={record}
      onDone={onDone}
      step="replan"
      title={t('step.replan')}
      basis={record.plan}
      spec={replanVisitCommand}
      defaults={() => visitValues(record, ports.now())}
      toInput={(values: VisitValues) => ({ plan: planFrom(values) })}
    >
      {(form) => <VisitFields form={form} planned known />}
    </RecordStep>
  )
}

/** 登记走访 of a planned one: what it brought. */
export function RecordVisitStep({ record, onDone }: Props) {
  const { t } = useTranslation('visits')
  const { ports } = useData()
  return (
    <RecordStep
      kind={VISIT}
      record={record}
      onDone={onDone}
      step="recordVisit"
      title={t('step.recordVisit')}
      basis={record.plan}
      spec={recordVisitCommand}
      defaults={() => visitValues(record, ports.now())}
      toInput={(values: VisitValues) => givenFrom(values, ports.now())}
    >
      {(form) => <VisitFields form={form} withPrivate known />}
    </RecordStep>
  )
}

/** 更正走访: everything that was written but 私密记录, which stand beside it. */
export function AmendStep({ record, onDone }: Props) {
  const { t } = useTranslation('visits')
  const { ports } = useData()
  return (
    <RecordStep
      kind={VISIT}
      record={record}
      onDone={onDone}
      step="amend"
      title={t('step.amend')}
      basis={{ plan: record.plan, findings: record.findings }}
      spec={amendVisitCommand}
      defaults={() => visitValues(record, ports.now())}
      toInput={(values: VisitValues) => givenFrom(values, ports.now())}
    >
      {(form) => <VisitFields form={form} />}
    </RecordStep>
  )
}

interface FeedbackValues {
  at: string
  result: string
}

/** 反馈时间 and 反馈结果. */
export function FeedbackStep({ record, onDone }: Props) {
  const { t } = useTranslation('visits')
  const { ports } = useData()
  return (
    <RecordStep
      kind={VISIT}
      record={record}
      onDone={onDone}
      step="giveFeedback"
      title={t('step.giveFeedback')}
      basis={record.feedback}
      spec={giveFeedbackCommand}
      defaults={() => ({ at: record.feedback?.at ?? ports.now(), result: record.feedback?.result ?? '' })}
      toInput={(values: FeedbackValues) => values}
    >
      {() => (
        <FormGrid>
          <PhrasedArea<FeedbackValues>
            name="result"
            phrases="visit.feedback"
            label={t('field.feedbackResult')}
            required
            wide
            minRows={2}
            maxLength={10_000}
          />
          <DateTimeField<FeedbackValues> name="at" label={t('field.feedbackAt')} required />
        </FormGrid>
      )}
    </RecordStep>
  )
}

/** 接待员意见 */
export function OpinionStep({ record, onDone }: Props) {
  const { t } = useTranslation('visits')
  return (
    <RecordStep
      kind={VISIT}
      record={record}
      onDone={onDone}
      step="giveOpinion"
      title={t('step.giveOpinion')}
      basis={record.opinion}
      spec={giveOpinionCommand}
      defaults={() => ({ text: record.opinion?.text ?? '' })}
      toInput={(values: { text: string }) => values}
    >
      {() => (
        <PhrasedArea<{ text: string }>
          name="text"
          phrases="visit.opinion"
          label={t('field.opinion')}
          required
          wide
          minRows={2}
          maxLength={10_000}
        />
      )}
    </RecordStep>
  )
}

/** 作废 */
export function VoidVisitDialog(props: StepDialogProps<Visit>) {
  return <VoidDialog {...props} kind={VISIT} />
}
