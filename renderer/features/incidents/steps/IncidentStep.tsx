import type { FieldValues } from 'react-hook-form'
import type { Incident } from '../../../../shared/domain/incident/types'
import type { SavedRecord } from '../../../data'
import { RecordStep, type RecordStepProps } from '../../../register/record/RecordStep'
import type { StepProps as AnyStepProps } from '../../../register/record/StepForm'
import type { StepName } from '../record/actions'
import { recordKindOf } from '../record/kind'

/** What every step's form of an incident is given. */
export type StepProps = AnyStepProps<Incident>

type Props<V extends FieldValues, I, O extends SavedRecord> = Omit<
  RecordStepProps<Incident, V, I, O>,
  'kind' | 'record'
> & { record: Incident; step: StepName }

/** A step of an incident as a short form in place. */
export function IncidentStep<V extends FieldValues, I, O extends SavedRecord>(props: Props<V, I, O>) {
  return <RecordStep<Incident, V, I, O> {...props} kind={recordKindOf(props.record)} />
}
