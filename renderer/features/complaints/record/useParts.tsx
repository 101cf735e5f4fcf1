import { useTranslation } from 'react-i18next'
import { isBlankSheet } from '../../../../shared/domain/complaint'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import type { RecordPart } from '../../../register/record/RecordParts'
import { OtherPeople } from '../people/OtherPeople'
import type { StepName } from './actions'
import { Answers, Visits } from './Contacts'
import { GiveUpLine } from './GiveUpLine'
import { useFacts } from './useFacts'

/** The record in the order in which people talk, and the steps that open in each part. */
export function useParts(record: Complaint): RecordPart<StepName>[] {
  const { t } = useTranslation('complaints')
  const facts = useFacts(record)
  return [
    {
      key: 'intake',
      title: t('record.sections.intake'),
      steps: ['fillIn', 'amendIntake', 'addComplainant'],
      facts: isBlankSheet(record) ? [] : facts.intake,
      correctedBy: 'amendIntake',
      children: record.others.length > 0 && <OtherPeople record={record} />,
    },
    {
      key: 'judgement',
      title: t('record.sections.judgement'),
      steps: ['judge'],
      facts: facts.judgement,
    },
    {
      key: 'handling',
      title: t('record.sections.handling'),
      steps: ['assign', 'recordHandling', 'movePromise', 'suspend', 'resume', 'complete'],
      facts: facts.handling,
    },
    {
      key: 'answers',
      title: t('record.sections.answers'),
      steps: ['answer'],
      children: record.answers.length > 0 && <Answers record={record} />,
    },
    {
      key: 'visits',
      title: t('record.sections.visits'),
      steps: ['recordReturnVisit', 'giveUpVisit'],
      children: record.returnVisits.length > 0 && (
        <>
          <Visits record={record} />
          <GiveUpLine record={record} />
        </>
      ),
    },
    {
      key: 'closing',
      title: t('record.sections.closing'),
      steps: ['verify', 'prepareClosing', 'close'],
      facts: facts.closing,
    },
  ]
}
