import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { nextToVisit, returnVisitDue } from '../../../../shared/domain/complaint'
import type { ReturnVisitInput } from '../../../../shared/domain/complaint/commands'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { getRecord, recordReturnVisitCommand, useData, useQuery, useUser } from '../../../data'
import { DateTimeField, FormGrid, formatDateTime, NoticeBar, TextField, ToggleChoice } from '../../../ui'
import { PhrasedArea } from '../../../register/pace/PhrasedArea'
import { chosenPerson, VisitedPerson } from '../people/PersonChoice'
import { PeopleToVisit } from '../people/WaitingPeople'
import { useChoices } from '../words'
import { ClosingFields } from './ClosingFields'
import { ComplaintStep, type StepProps } from './ComplaintStep'

/** 回访: one attempt. A 不满意 closes the record and opens a linked one (domain 5). */
export function ReturnVisitStep({ record, onDone }: StepProps) {
  const navigate = useNavigate()
  const { t } = useTranslation(['complaints', 'record'])
  const { ports } = useData()
  const user = useUser()
  return (
    <ComplaintStep
      record={record}
      onDone={onDone}
      step="recordReturnVisit"
      title={t('step.recordReturnVisit')}
      basis={{ visits: record.returnVisits.length, others: record.others }}
      spec={recordReturnVisitCommand}
      defaults={() => ({
        person: nextToVisit(record),
        visitedAt: ports.now(),
        way: 'phone' as const,
        visitedBy: user.name,
        words: '',
        summary: record.summary,
        correctiveActionRef: record.correctiveActionRef,
        headOfficeReportedAt: record.headOfficeReportedAt,
      })}
      toInput={(values: ReturnVisitInput) => visitInput(record, values)}
      saveLabel={<SaveLabel />}
      say={({ number, linked }) =>
        linked
          ? t('step.linkedOpened', { number, linked: linked.number })
          : t('record:saving.savedNumber', { number })
      }
      after={({ linked }) =>
        linked ? void navigate(`/complaints/${linked.id}`, { state: { focus: true } }) : onDone(true)
      }
    >
      {() => <Fields record={record} />}
    </ComplaintStep>
  )
}

/** Only a 不满意 closes, so only it carries what closing asks for. */
function visitInput(record: Complaint, values: ReturnVisitInput): ReturnVisitInput {
  const person = chosenPerson(record, values.person)
  if (values.outcome === 'dissatisfied') return { ...values, person }
  const { visitedAt, way, visitedBy, outcome, words } = values
  return { person, visitedAt, way, visitedBy, outcome, words }
}

/** 不满意 closes this record and opens another: the button says so. */
function SaveLabel() {
  const { t } = useTranslation(['complaints', 'record'])
  const outcome = useWatch<ReturnVisitInput, 'outcome'>({ name: 'outcome' })
  return outcome === 'dissatisfied' ? t('step.saveAndLink') : t('record:save')
}

function Fields({ record }: { record: Complaint }) {
  const { t } = useTranslation(['complaints', 'record'])
  const choices = useChoices()
  const outcome = useWatch<ReturnVisitInput, 'outcome'>({ name: 'outcome' })
  const settings = useQuery((db) => getRecord(db, 'settings', 'office'), [])
  const due = settings ? returnVisitDue(record, settings) : null
  const dissatisfied = outcome === 'dissatisfied'
  return (
    <FormGrid>
      <PeopleToVisit record={record} />
      <VisitedPerson record={record} />
      <ToggleChoice<ReturnVisitInput>
        name="outcome"
        label={t('field.outcome')}
        options={choices.outcomes}
        hint={due ? t('step.visitDue', { at: formatDateTime(due) }) : undefined}
        required
        wide
      />
      <PhrasedArea<ReturnVisitInput>
        name="words"
        phrases="complaint.returnVisit.words"
        label={t('field.words')}
        required={dissatisfied}
        large
        wide
        maxLength={20_000}
      />
      <ToggleChoice<ReturnVisitInput>
        name="way"
        label={t('field.visitWay')}
        options={choices.ways}
        required
        wide
      />
      <DateTimeField<ReturnVisitInput> name="visitedAt" label={t('field.visitedAt')} required />
      <TextField<ReturnVisitInput> name="visitedBy" label={t('field.visitedBy')} maxLength={50} />
      {dissatisfied && (
        <>
          <NoticeBar tone="soon">{t('step.dissatisfiedNote')}</NoticeBar>
          <ClosingFields record={record} />
        </>
      )}
    </FormGrid>
  )
}
