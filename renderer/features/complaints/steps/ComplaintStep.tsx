import type { FieldValues } from 'react-hook-form'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import type { SavedRecord } from '../../../data'
import { RecordStep, type RecordStepProps } from '../../../register/record/RecordStep'
import type { StepProps as AnyStepProps } from '../../../register/record/StepForm'
import type { StepName } from '../record/actions'
import { COMPLAINT } from '../record/kind'

/** What every step's form of a complaint is given. */
export type StepProps = AnyStepProps<Complaint>

type Props<V extends FieldValues, I, O extends SavedRecord> = Omit<
  RecordStepProps<Complaint, V, I, O>,
  'kind'
> & { step: StepName }

/** A step of a complaint as a short form in place. */
export function ComplaintStep<V extends FieldValues, I, O extends SavedRecord>(props: Props<V, I, O>) {
  return <RecordStep<Complaint, V, I, O> {...props} kind={COMPLAINT} />
}
