import NativeSelect from '@mui/material/NativeSelect'
import OutlinedInput from '@mui/material/OutlinedInput'
import type { FieldValues } from 'react-hook-form'
import { FieldFrame } from './FieldFrame'
import { type BoundField, useField } from './useField'

export interface Choice<T extends string = string> {
  value: T
  label: string
  disabled?: boolean
}

/** Keys as choices, in their order. */
export function choicesOf<K extends string>(keys: readonly K[], word: (key: K) => string): Choice<K>[] {
  return keys.map((value) => ({ value, label: word(value) }))
}

export interface SelectFieldProps<V extends FieldValues> extends BoundField<V> {
  options: readonly Choice[]
  /** Words for "nothing chosen"; without it the first option cannot be left empty. */
  emptyLabel?: string
}

/**
 * One of many, as the system's own list: opens with Alt+↓, letters jump, nothing to load.
 * Empty is '' in the form's values.
 */
export function SelectField<V extends FieldValues>(props: SelectFieldProps<V>) {
  const { field, error } = useField(props)
  return (
    <FieldFrame {...props} error={error}>
      {(aria) => (
        <NativeSelect
          fullWidth
          input={<OutlinedInput />}
          name={field.name}
          inputRef={field.ref}
          value={field.value ?? ''}
          onChange={field.onChange}
          onBlur={field.onBlur}
          autoFocus={props.autoFocus}
          disabled={props.disabled}
          error={Boolean(error)}
          inputProps={aria}
        >
          {props.emptyLabel !== undefined && <option value="">{props.emptyLabel}</option>}
          {props.options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </NativeSelect>
      )}
    </FieldFrame>
  )
}
