import type { FieldValues } from 'react-hook-form'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import type { SavedRecord } from '../../../data'
import {
  StepForm,
  type StepFormProps,
  type StepProps as AnyStepProps,
} from '../../../register/record/StepForm'
import type { StepName } from '../record/actions'
import { useUndo } from '../record/useUndo'
import { useComplaintWords } from '../vocabulary'

/** What every step's form of a complaint is given. */
export type StepProps = AnyStepProps<Complaint>

type Props<V extends FieldValues, I, O extends SavedRecord> = Omit<
  StepFormProps<V, I, O>,
  'kind' | 'words' | 'undo'
> & { step: StepName }

/** A step of a complaint as a short form in place. */
export function ComplaintStep<V extends FieldValues, I, O extends SavedRecord>({
  step,
  ...form
}: Props<V, I, O>) {
  const undo = useUndo()
  return (
    <StepForm<V, I, O>
      {...form}
      kind={`complaint.${step}`}
      words={useComplaintWords()}
      // A 不满意 opened another record: that is not taken back.
      undo={(saved) => ('linked' in saved && saved.linked ? null : () => void undo(saved))}
    />
  )
}
