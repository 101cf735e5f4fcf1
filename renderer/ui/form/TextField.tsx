import InputAdornment from '@mui/material/InputAdornment'
import OutlinedInput from '@mui/material/OutlinedInput'
import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { FieldFrame } from './FieldFrame'
import { type BoundField, useField } from './useField'

export interface TextFieldProps<V extends FieldValues> extends BoundField<V> {
  placeholder?: string
  /** A unit such as 元 or m², inside the field at the right. */
  unit?: ReactNode
  maxLength?: number
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel'
  autoComplete?: HTMLInputAutoCompleteAttribute
  /** Changes the text when the field is left: trimming, grouping of digits. */
  tidy?: (text: string) => string
}

/** One line of text in a form. */
export function TextField<V extends FieldValues>(props: TextFieldProps<V>) {
  const { field, error } = useField(props)
  return (
    <FieldFrame {...props} error={error}>
      {(aria) => (
        <OutlinedInput
          fullWidth
          name={field.name}
          inputRef={field.ref}
          value={field.value ?? ''}
          onChange={field.onChange}
          onBlur={() => {
            const text = String(field.value ?? '')
            const tidied = props.tidy?.(text) ?? text
            if (tidied !== text) field.onChange(tidied)
            field.onBlur()
          }}
          disabled={props.disabled}
          autoFocus={props.autoFocus}
          placeholder={props.placeholder}
          autoComplete={props.autoComplete ?? 'off'}
          error={Boolean(error)}
          endAdornment={props.unit && <InputAdornment position="end">{props.unit}</InputAdornment>}
          sx={props.large ? { fontSize: 16 } : undefined}
          inputProps={{ ...aria, maxLength: props.maxLength, inputMode: props.inputMode, spellCheck: false }}
        />
      )}
    </FieldFrame>
  )
}
