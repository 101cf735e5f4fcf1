import OutlinedInput from '@mui/material/OutlinedInput'
import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { FieldFrame } from './FieldFrame'
import { type BoundField, useField } from './useField'

export interface TextAreaProps<V extends FieldValues> extends BoundField<V> {
  placeholder?: string
  minRows?: number
  maxRows?: number
  maxLength?: number
  /** Something at the right end of the label's line. */
  aside?: ReactNode
}

/** Several lines that grow with what is written. Enter makes a new line; Tab or Ctrl+Enter moves on. */
export function TextArea<V extends FieldValues>(props: TextAreaProps<V>) {
  const { field, error } = useField(props)
  return (
    <FieldFrame {...props} error={error}>
      {(aria) => (
        <OutlinedInput
          fullWidth
          multiline
          minRows={props.minRows ?? 2}
          maxRows={props.maxRows ?? 16}
          name={field.name}
          inputRef={field.ref}
          value={field.value ?? ''}
          onChange={field.onChange}
          onBlur={field.onBlur}
          disabled={props.disabled}
          autoFocus={props.autoFocus}
          placeholder={props.placeholder}
          error={Boolean(error)}
          sx={props.large ? { fontSize: 16 } : undefined}
          inputProps={{ ...aria, maxLength: props.maxLength, spellCheck: false }}
        />
      )}
    </FieldFrame>
  )
}
