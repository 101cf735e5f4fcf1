import type { FieldValues } from 'react-hook-form'
import type { LivingRecord } from '../../../shared/domain/register/lifecycle'
import type { SavedRecord } from '../../data'
import { useTimelineWords } from '../timeline/useTimelineWords'
import type { RecordKind } from './kind'
import { StepForm, type StepFormProps } from './StepForm'
import { useTakeBack } from './useTakeBack'

export interface RecordStepProps<R extends LivingRecord, V extends FieldValues, I, O extends SavedRecord>
  extends Omit<StepFormProps<V, I, O>, 'kind' | 'words' | 'undo'> {
  kind: RecordKind<R>
  /** Name of its command: `judge`. */
  step: string
  /** Nobody can take it back; 撤销 is not offered. */
  forGood?: boolean
}

/** A step of any register as a short form in place: keeps its draft as `<noun>.<step>` and can be taken back. */
export function RecordStep<R extends LivingRecord, V extends FieldValues, I, O extends SavedRecord>({
  kind,
  step,
  forGood = false,
  ...form
}: RecordStepProps<R, V, I, O>) {
  const takeBack = useTakeBack(kind)
  return (
    <StepForm<V, I, O>
      {...form}
      kind={`${kind.noun}.${step}`}
      words={useTimelineWords(kind.vocabulary)}
      // What opened another record is not taken back, nor what the step says is for good.
      undo={(saved) => (forGood || ('linked' in saved && saved.linked) ? null : () => void takeBack(saved))}
    />
  )
}
