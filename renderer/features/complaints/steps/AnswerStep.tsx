import { useTranslation } from 'react-i18next'
import type { AnswerInput } from '../../../../shared/domain/complaint/commands'
import type { ContactWay } from '../../../../shared/domain/complaint/types'
import { answerCommand, useData, useUser } from '../../../data'
import { DateTimeField, FormGrid, TextField, ToggleChoice } from '../../../ui'
import { PhrasedArea } from '../../../register/pace/PhrasedArea'
import { AnsweredPerson, answeredByDefault, chosenPerson } from '../people/PersonChoice'
import { WaitingForAnswer } from '../people/WaitingPeople'
import { useChoices } from '../words'
import { ComplaintStep, type StepProps } from './ComplaintStep'

/** 答复: when, how, what, by whom. */
export function AnswerStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('complaints')
  const { ports } = useData()
  const user = useUser()
  const choices = useChoices()
  return (
    <ComplaintStep
      record={record}
      onDone={onDone}
      step="answer"
      title={t('step.answer')}
      // Who is added meanwhile is answered too: that has to be seen before it is saved.
      basis={{ answers: record.answers.length, others: record.others }}
      spec={answerCommand}
      defaults={() => ({
        person: answeredByDefault(record),
        answeredAt: ports.now(),
        way: likelyWay(record.intake.channel),
        content: '',
        answeredBy: user.name,
      })}
      toInput={(values: AnswerInput) => ({ ...values, person: chosenPerson(record, values.person) })}
    >
      {() => (
        <FormGrid>
          <WaitingForAnswer record={record} />
          <AnsweredPerson record={record} />
          <PhrasedArea<AnswerInput>
            name="content"
            phrases="complaint.answer.content"
            label={t('field.answerContent')}
            required
            wide
            minRows={3}
            maxLength={20_000}
          />
          <ToggleChoice<AnswerInput>
            name="way"
            label={t('field.answerWay')}
            options={choices.ways}
            required
            wide
          />
          <DateTimeField<AnswerInput> name="answeredAt" label={t('field.answeredAt')} required />
          <TextField<AnswerInput> name="answeredBy" label={t('field.answeredBy')} maxLength={50} />
        </FormGrid>
      )}
    </ComplaintStep>
  )
}

/** People are mostly answered the way they came. */
function likelyWay(channel: string): ContactWay {
  if (channel === 'visit') return 'office'
  return channel === 'letter' || channel === 'authority' || channel === 'headOffice' ? 'written' : 'phone'
}
