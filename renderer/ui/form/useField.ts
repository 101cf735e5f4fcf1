import {
  type FieldPath,
  type FieldValues,
  type PathValue,
  type UseControllerReturn,
  useController,
} from 'react-hook-form'
import type { Refusal } from '../../../shared/util/result'
import { refusalText } from '../i18n/translateKey'
import type { FieldLook } from './FieldFrame'
import { fieldMessage } from './fieldMessage'

/** Props of every field bound to a form: `name` is the path in the form's values. */
export interface BoundField<V extends FieldValues> extends FieldLook {
  name: FieldPath<V>
  disabled?: boolean
  /** A rule of the domain for what was typed, asked when the field is left and with all others on saving. */
  check?: (typed: string, values: V) => Refusal | null
  autoFocus?: boolean
}

/** Binds a field to the `Form` around it: value, blur, focus on the first error, and the error's sentence. */
export function useField<V extends FieldValues>(
  props: BoundField<V>,
): { field: UseControllerReturn<V>['field']; error: string | undefined } {
  const { field, fieldState } = useController<V>({
    name: props.name,
    rules: {
      required: props.required ?? false,
      validate: { said: (value, values) => said(props, value, values) },
    },
  })
  return { field, error: fieldMessage(fieldState.error) }
}

/** The sentence of what a field's own rule refuses. */
function said<V extends FieldValues>(
  { check }: BoundField<V>,
  value: PathValue<V, FieldPath<V>>,
  values: V,
): string | true {
  const refusal = check?.(String(value ?? ''), values)
  return refusal ? refusalText(refusal) : true
}
