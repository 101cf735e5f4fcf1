import OutlinedInput from '@mui/material/OutlinedInput'
import type { FieldValues } from 'react-hook-form'
import { FieldFrame } from './FieldFrame'
import { type BoundField, useField } from './useField'

/** A PIN: digits are hidden, nothing is offered to be kept. `fresh` for one that is being chosen. */
export function PinField<V extends FieldValues>(props: BoundField<V> & { fresh?: boolean }) {
  const { field, error } = useField(props)
  return (
    <FieldFrame {...props} error={error}>
      {(aria) => (
        <OutlinedInput
          fullWidth
          type="password"
          name={field.name}
          inputRef={field.ref}
          value={field.value ?? ''}
          onChange={field.onChange}
          onBlur={field.onBlur}
          disabled={props.disabled}
          autoFocus={props.autoFocus}
          error={Boolean(error)}
          inputProps={{
            ...aria,
            inputMode: 'numeric',
            maxLength: 64,
            autoComplete: props.fresh ? 'new-password' : 'off',
          }}
        />
      )}
    </FieldFrame>
  )
}
