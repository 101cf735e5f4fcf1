import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import { useId } from 'react'
import type { FieldValues } from 'react-hook-form'
import { FieldError } from './FieldError'
import { type BoundField, useField } from './useField'

/** Yes or no, the label at its right. */
export function CheckField<V extends FieldValues>(props: BoundField<V>) {
  const { field, error } = useField(props)
  const id = useId()
  const describedBy = [props.hint ? `${id}hint` : '', error ? `${id}error` : ''].filter(Boolean).join(' ')
  return (
    <Box sx={{ gridColumn: props.wide ? '1 / -1' : undefined }}>
      <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 32 }}>
        <Checkbox
          id={id}
          checked={Boolean(field.value)}
          onChange={(event) => field.onChange(event.target.checked)}
          onBlur={field.onBlur}
          disabled={props.disabled}
          sx={{ p: 1, ml: -1 }}
          slotProps={{
            // Under its name a refusal finds it.
            input: {
              ref: field.ref,
              name: field.name,
              'aria-invalid': error ? true : undefined,
              'aria-describedby': describedBy || undefined,
            },
          }}
        />
        <label htmlFor={id}>{props.label}</label>
      </Box>
      {props.hint && (
        <Box id={`${id}hint`} sx={{ fontSize: 12, color: 'text.secondary' }}>
          {props.hint}
        </Box>
      )}
      <FieldError id={`${id}error`} message={error} />
    </Box>
  )
}
