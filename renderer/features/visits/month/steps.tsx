import { useTranslation } from 'react-i18next'
import type { VisitMonth } from '../../../../shared/domain/visitMonth/types'
import { submitMonthCommand, summarizeMonthCommand } from '../../../data'
import { PhrasedArea } from '../../../register/pace/PhrasedArea'
import { RecordStep } from '../../../register/record/RecordStep'
import type { StepProps } from '../../../register/record/StepForm'
import { VISIT_MONTH } from './kind'

type Props = StepProps<VisitMonth>

/** 送主任: the month's records with the clerk's opinion. It closes what is finished, so it is not taken back. */
export function SubmitStep({ record, onDone }: Props) {
  const { t } = useTranslation('visitMonths')
  return (
    <RecordStep
      kind={VISIT_MONTH}
      record={record}
      onDone={onDone}
      step="submit"
      title={t('step.submit')}
      basis={record.state}
      spec={submitMonthCommand}
      saveLabel={t('step.submit')}
      say={({ closed }) => t('submit.sent', { count: closed })}
      defaults={() => ({ opinion: '' })}
      toInput={(values: { opinion: string }) => values}
    >
      {() => (
        <PhrasedArea<{ opinion: string }>
          name="opinion"
          phrases="visitMonth.opinion"
          label={t('field.opinion')}
          hint={t('submit.hint')}
          wide
          minRows={2}
          maxLength={10_000}
        />
      )}
    </RecordStep>
  )
}

/** 访问总结 of the director. */
export function SummarizeStep({ record, onDone }: Props) {
  const { t } = useTranslation('visitMonths')
  return (
    <RecordStep
      kind={VISIT_MONTH}
      record={record}
      onDone={onDone}
      step="summarize"
      title={t('step.summarize')}
      basis={record.decisions}
      spec={summarizeMonthCommand}
      defaults={() => ({ text: record.summary?.text ?? '' })}
      toInput={(values: { text: string }) => values}
    >
      {() => (
        <PhrasedArea<{ text: string }>
          name="text"
          phrases="visitMonth.summary"
          label={t('field.summary')}
          hint={t('summary.hint')}
          required
          large
          wide
          minRows={5}
          maxLength={10_000}
        />
      )}
    </RecordStep>
  )
}
