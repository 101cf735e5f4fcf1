import Autocomplete from '@mui/material/Autocomplete'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { FieldFrame } from './FieldFrame'
import { type BoundField, useField } from './useField'

export interface SuggestFieldProps<V extends FieldValues> extends BoundField<V> {
  /** What was written here before, likely ones first. */
  suggestions: readonly string[]
  placeholder?: string
  maxLength?: number
}

const SHOWN = 8

/** One line of text that offers what was written here before: ↓ and Enter take one, anything else may be typed. */
export function SuggestField<V extends FieldValues>(props: SuggestFieldProps<V>) {
  const { field, error } = useField(props)
  const [open, setOpen] = useState(false)
  const text = String(field.value ?? '')
  const options = fitting(props.suggestions, text)
  return (
    <FieldFrame {...props} error={error}>
      {(aria) => (
        <Autocomplete
          id={aria.id}
          freeSolo
          fullWidth
          disableClearable
          size="small"
          disabled={props.disabled}
          // Nothing typed: the list waits for ↓, so that Enter still moves on through an untouched form.
          open={open && options.length > 0}
          onOpen={(event) => setOpen(event.type === 'keydown' || text !== '')}
          onClose={() => setOpen(false)}
          options={options}
          filterOptions={(all) => all}
          value={text}
          inputValue={text}
          onInputChange={(_, next, reason) => {
            if (reason === 'input') setOpen(next !== '')
            if (reason !== 'reset') field.onChange(next)
          }}
          onChange={(_, option) => field.onChange(option)}
          renderInput={(params) => (
            <OutlinedInput
              {...params.slotProps.input}
              fullWidth
              name={field.name}
              inputRef={field.ref}
              onBlur={field.onBlur}
              disabled={params.disabled}
              autoFocus={props.autoFocus}
              placeholder={props.placeholder}
              error={Boolean(error)}
              inputProps={{
                ...params.slotProps.htmlInput,
                ...aria,
                maxLength: props.maxLength,
                spellCheck: false,
              }}
            />
          )}
        />
      )}
    </FieldFrame>
  )
}

/** Suggestions that hold what is typed; those that begin with it come first, the very text not at all. */
function fitting(suggestions: readonly string[], text: string): string[] {
  const typed = text.trim()
  const holding = suggestions.filter((one) => one.includes(typed) && one !== typed)
  return holding.toSorted((a, b) => Number(b.startsWith(typed)) - Number(a.startsWith(typed))).slice(0, SHOWN)
}
