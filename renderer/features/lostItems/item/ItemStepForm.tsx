import type { FieldValues } from 'react-hook-form'
import type { LostItem } from '../../../../shared/domain/lostItem/types'
import type { SavedRecord } from '../../../data'
import { RecordStep, type RecordStepProps } from '../../../register/record/RecordStep'
import type { StepProps as AnyStepProps } from '../../../register/record/StepForm'
import type { ItemStep } from './actions'
import { LOST_ITEM } from './kind'

/** What every step's form of a found item is given. */
export type StepProps = AnyStepProps<LostItem>

type Props<V extends FieldValues, I, O extends SavedRecord> = Omit<
  RecordStepProps<LostItem, V, I, O>,
  'kind'
> & { step: ItemStep }

/** A step of a found item as a short form in place. */
export function ItemStepForm<V extends FieldValues, I, O extends SavedRecord>(props: Props<V, I, O>) {
  return <RecordStep<LostItem, V, I, O> {...props} kind={LOST_ITEM} />
}
