import type { ComponentType } from 'react'
import type { CommandSpec, OnRecord, SavedRecord } from '../../data'
import type { StepProps, StepRecord } from './StepForm'

/** What the dialog of a step is given; it is drawn while it is open only. */
export interface StepDialogProps<R extends StepRecord> {
  record: R
  onClose: () => void
}

/** Where each step of a register is taken: a constant beside its record screen. */
export interface StepPlaces<R extends StepRecord, S extends string> {
  /** Steps with a form, which opens in its part of the record. */
  forms: { readonly [step in S]?: ComponentType<StepProps<R>> }
  /** Steps that are asked: 作废. */
  dialogs?: { readonly [step in S]?: ComponentType<StepDialogProps<R>> }
  /** Steps that need nothing more and simply happen: 恢复处理. */
  atOnce?: { readonly [step in S]?: CommandSpec<OnRecord<object>, SavedRecord> }
  /** Steps offered in the menu only. */
  menu: readonly S[]
  /** F2 */
  edit?: S
  /** Its form is open wherever it can be taken: 补录. */
  first?: S
}
