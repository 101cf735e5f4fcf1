import InputAdornment from '@mui/material/InputAdornment'
import OutlinedInput from '@mui/material/OutlinedInput'
import { type ReactNode, useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useController } from 'react-hook-form'
import { FieldFrame } from './FieldFrame'
import { fieldMessage } from './fieldMessage'
import { readNumber } from './readNumber'
import type { BoundField } from './useField'

export interface NumberFieldProps<V extends FieldValues> extends BoundField<V> {
  unit?: ReactNode
  min?: number
  max?: number
  /** Digits after the point; 0 for counts. */
  digits?: number
}

/** A number or null in the form's values; full-width digits are understood. */
export function NumberField<V extends FieldValues>(props: NumberFieldProps<V>) {
  const { min, max, digits = 0 } = props
  const { field, fieldState } = useController<V>({
    name: props.name,
    rules: {
      required: props.required,
      min,
      max,
      validate: (value) => value === null || !Number.isNaN(value),
    },
  })
  // While typing the text is kept as typed ("12."), the form holds its number.
  const [text, setText] = useState<string | null>(null)
  const error = fieldMessage(fieldState.error, { min, max })
  const shown =
    text ?? (typeof field.value === 'number' && !Number.isNaN(field.value) ? String(field.value) : '')
  return (
    <FieldFrame {...props} error={error}>
      {(aria) => (
        <OutlinedInput
          fullWidth
          name={field.name}
          inputRef={field.ref}
          value={shown}
          disabled={props.disabled}
          autoFocus={props.autoFocus}
          error={Boolean(error)}
          onChange={(event) => {
            const typed = event.target.value.normalize('NFKC')
            setText(typed)
            field.onChange(readNumber(typed, digits))
          }}
          onBlur={() => {
            if (!Number.isNaN(field.value)) setText(null)
            field.onBlur()
          }}
          endAdornment={props.unit && <InputAdornment position="end">{props.unit}</InputAdornment>}
          inputProps={{ ...aria, inputMode: digits > 0 ? 'decimal' : 'numeric', autoComplete: 'off' }}
        />
      )}
    </FieldFrame>
  )
}
