import { type FieldPath, type FieldValues, type UseControllerReturn, useController } from 'react-hook-form'
import type { FieldLook } from './FieldFrame'
import { fieldMessage } from './fieldMessage'

/** Props of every field bound to a form: `name` is the path in the form's values. */
export interface BoundField<V extends FieldValues> extends FieldLook {
  name: FieldPath<V>
  disabled?: boolean
  autoFocus?: boolean
}

/** Binds a field to the `Form` around it: value, blur, focus on the first error, and the error's sentence. */
export function useField<V extends FieldValues>(
  props: BoundField<V>,
): { field: UseControllerReturn<V>['field']; error: string | undefined } {
  const { field, fieldState } = useController<V>({
    name: props.name,
    rules: props.required ? { required: true } : undefined,
  })
  return { field, error: fieldMessage(fieldState.error) }
}
