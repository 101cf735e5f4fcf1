import OutlinedInput from '@mui/material/OutlinedInput'
import type { FieldValues } from 'react-hook-form'
import { type BoundField, FieldFrame, useField } from '../../ui'

/** The password of the server: hidden, and never offered to be kept by the browser part. */
export function PasswordField<V extends FieldValues>(props: BoundField<V>) {
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
          error={Boolean(error)}
          inputProps={{ ...aria, maxLength: 500, autoComplete: 'new-password' }}
        />
      )}
    </FieldFrame>
  )
}
