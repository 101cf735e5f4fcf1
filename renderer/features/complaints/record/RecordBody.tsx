import { useTranslation } from 'react-i18next'
import { isBlankSheet } from '../../../../shared/domain/complaint'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { OtherPeople } from '../people/OtherPeople'
import { nextStep, type Offer, type StepName } from './actions'
import { Answers, Visits } from './Contacts'
import { GiveUpLine } from './GiveUpLine'
import { RecordSection } from './RecordSection'
import { StepInPlace } from './StepInPlace'
import { type FormStep, MENU_STEPS, SECTIONS, type SectionName } from './sections'
import { useFacts } from './useFacts'

interface RecordBodyProps {
  record: Complaint
  offers: readonly Offer[]
  /** The step whose form is open. */
  open: FormStep | null
  onStep: (step: StepName) => void
  onDone: (step: FormStep, saved?: boolean) => void
  onLinked: (id: string) => void
}

/** The record in the order in which people talk; each step opens in its part. */
export function RecordBody({ record, offers, open, onStep, onDone, onLinked }: RecordBodyProps) {
  const { t } = useTranslation('complaints')
  const facts = useFacts(record)
  const next = nextStep(record)
  const section = (name: SectionName) => {
    const steps: readonly StepName[] = SECTIONS[name]
    return {
      title: t(`record.sections.${name}`),
      onStep,
      offers: offers.filter(
        ({ step }) => steps.includes(step) && step !== next && !MENU_STEPS.includes(step) && step !== open,
      ),
      form: open && steps.includes(open) && (
        <StepInPlace
          key={open}
          step={open}
          record={record}
          onDone={(saved) => onDone(open, saved)}
          onLinked={onLinked}
        />
      ),
    }
  }
  return (
    <>
      {/* While the intake is corrected its form says everything. */}
      <RecordSection
        {...section('intake')}
        facts={open === 'amendIntake' || isBlankSheet(record) ? [] : facts.intake}
      >
        {record.others.length > 0 && <OtherPeople record={record} />}
      </RecordSection>
      <RecordSection {...section('judgement')} facts={facts.judgement} />
      <RecordSection {...section('handling')} facts={facts.handling} />
      <RecordSection {...section('answers')} facts={[]}>
        {record.answers.length > 0 && <Answers record={record} />}
      </RecordSection>
      <RecordSection {...section('visits')} facts={[]}>
        {record.returnVisits.length > 0 && (
          <>
            <Visits record={record} />
            <GiveUpLine record={record} />
          </>
        )}
      </RecordSection>
      <RecordSection {...section('closing')} facts={facts.closing} />
    </>
  )
}
